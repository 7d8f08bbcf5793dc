import type { AskRequest } from '../../src/contract/ask.js';
import type { CallOptions, Engine } from '../../src/contract/engine.js';
import type { DocumentText } from './document-text.js';
import type { Lacks } from './lacks.js';
import type { Reply } from './reply.js';

/** The documents a target answers from. */
export interface TargetCorpus {
  readonly name: string;
  /** Null for the corpus that is configured. */
  readonly corpusDir: string | null;
  /** Where its index is kept, where it matters. */
  readonly indexDir?: string;
}

/** What is evaluated: the engine in this process, or a service reached over HTTP. */
export interface Target extends Partial<Pick<Engine, 'search'>> {
  ask(request: AskRequest, options?: CallOptions): Promise<Reply>;
  /** Undefined where no document has that id. */
  document(
    id: string,
    options?: CallOptions,
  ): Promise<Pick<DocumentText, 'id' | 'text'> | undefined>;
  close(): Promise<void>;
  /** Whether `ask` may be told to explain; the rankings and choices explained then tell where an answer went wrong. */
  readonly explains?: boolean;
  /** Who reads, as gates and reports name it; undefined where that is not known. */
  readonly reader?: string;
  /** What people call it: an address, a model, the engine. */
  readonly name?: string;
  /** What its answers cannot tell, and why: figures that need it are not measurable. */
  readonly lacks?: Lacks;
  /** Changes whenever it could answer differently, as far as that can be known: a run is resumed only with the same. */
  identity?(): Promise<string>;
  /** What was seen of the service besides its answers, as sentences for people. */
  remarks?(): readonly string[];
}
