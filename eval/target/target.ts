import type { DocumentView } from '../../src/contract/document.js';
import type { CallOptions, Engine } from '../../src/contract/engine.js';

/** The documents a target answers from. */
export interface TargetCorpus {
  readonly name: string;
  /** Null for the corpus that is configured. */
  readonly corpusDir: string | null;
  /** Where its index is kept, where it matters. */
  readonly indexDir?: string;
}

/** What is evaluated: the engine in this process, or a service that speaks its contract. */
export interface Target extends Pick<Engine, 'ask' | 'search' | 'close'> {
  /** Undefined where no document has that id. */
  document(id: string, options?: CallOptions): Promise<DocumentView | undefined>;
}
