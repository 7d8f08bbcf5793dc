import type { DocumentView } from '../../src/contract/document.js';
import type { CallOptions, Engine } from '../../src/contract/engine.js';

/** What is evaluated: the engine in this process, or a service that speaks its contract. */
export interface Target extends Pick<Engine, 'ask' | 'search' | 'close'> {
  /** Undefined where no document has that id. */
  document(id: string, options?: CallOptions): Promise<DocumentView | undefined>;
}
