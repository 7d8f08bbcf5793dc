import type { Block } from '../domain/document.js';
import type { ChatStatus } from '../domain/reading-assistant.js';
import type { IndexCounts } from '../domain/search-index.js';
import type { AskRequest, AskResponse } from './ask.js';
import type { AskEvent } from './ask-event.js';
import type { DocumentList, DocumentView } from './document.js';
import type { SearchRequest, SearchResponse } from './search.js';

export interface CallOptions {
  readonly signal?: AbortSignal;
}

export interface AskOptions extends CallOptions {
  /**
   * Told, before `ask` resolves, that the search is done and then each sentence as it is verified, in
   * order. Numbers, sentences and citations are those of the response that follows.
   */
  readonly onEvent?: (event: AskEvent) => void;
  /** Milliseconds the question waited for its turn; they count towards the time it may take. */
  readonly waitedMs?: number;
}

/** What the engine serves at this moment. */
export interface EngineStatus {
  readonly index: {
    readonly fingerprint: string;
    readonly counts: IndexCounts;
    /** ISO 8601 moment from which this index answers; absent where indexes are not exchanged. */
    readonly since?: string;
  };
  readonly embeddingModel: string;
  readonly reader: string;
  /** Of the chat model; absent where none is configured. */
  readonly chat?: ChatStatus;
}

/** A document with the structure a page is drawn from. */
export interface StructuredDocument extends DocumentView {
  readonly blocks: readonly Block[];
}

/** All that the surfaces (HTTP, command line, evaluation in-process) know of Footnote. */
export interface Engine {
  ask(request: AskRequest, options?: AskOptions): Promise<AskResponse>;
  search(request: SearchRequest, options?: CallOptions): Promise<SearchResponse>;
  documents(): Promise<DocumentList>;
  /** Undefined where no document has that id. */
  document(id: string): Promise<StructuredDocument | undefined>;
  status(): EngineStatus;
  close(): Promise<void>;
}
