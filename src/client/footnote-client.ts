import type { AskRequest, AskResponse } from '../contract/ask.js';
import type { DocumentList, DocumentView } from '../contract/document.js';
import { documentHref } from '../contract/document-href.js';
import type { CallOptions, EngineStatus } from '../contract/engine.js';
import type { FeedbackReceipt, FeedbackRequest } from '../contract/feedback.js';
import type { SearchRequest, SearchResponse } from '../contract/search.js';
import { type AnswerEvent, askStream } from './ask-stream.js';
import { type ClientOptions, callService } from './call-service.js';
import { ProblemError } from './problem-error.js';
import { UnexpectedResponseError } from './unexpected-response-error.js';

export type {
  AnswerEvent,
  AskRequest,
  AskResponse,
  CallOptions,
  ClientOptions,
  DocumentList,
  DocumentView,
  FeedbackReceipt,
  FeedbackRequest,
  SearchRequest,
  SearchResponse,
};
export { ProblemError, UnexpectedResponseError };

/** What `GET /readyz` says of a service that answers questions. */
export interface Readiness extends Omit<EngineStatus, 'chat'> {
  readonly status: 'ready';
  /** `off` where no chat model is configured. */
  readonly chat: NonNullable<EngineStatus['chat']> | { readonly state: 'off' };
}

/** The service, from any place that has `fetch`. Every method throws a ProblemError where the service says no. */
export interface FootnoteClient {
  /** A cited answer or an abstention. */
  ask(request: AskRequest, options?: CallOptions): Promise<AskResponse>;
  /** The same while it is made: what was found, each verified sentence, then the whole answer. */
  askStream(
    request: AskRequest,
    options?: CallOptions,
  ): AsyncGenerator<AnswerEvent, void, undefined>;
  /** The passages nearest to a query. */
  search(request: SearchRequest, options?: CallOptions): Promise<SearchResponse>;
  documents(options?: CallOptions): Promise<DocumentList>;
  document(id: string, options?: CallOptions): Promise<DocumentView>;
  /** Says whether an answer was right. */
  feedback(request: FeedbackRequest, options?: CallOptions): Promise<FeedbackReceipt>;
  /** Whether the process lives. */
  health(options?: CallOptions): Promise<{ readonly status: 'ok' }>;
  /** Whether questions are answered, and from what; throws `not_ready` until they are. */
  readiness(options?: CallOptions): Promise<Readiness>;
}

/** A client of one Footnote service. It needs nothing but `fetch`. */
export function createFootnoteClient(options: ClientOptions): FootnoteClient {
  async function json<Answer>(
    path: string,
    { signal }: CallOptions = {},
    body?: unknown,
  ): Promise<Answer> {
    const call = { path, body, accept: 'application/json', signal } as const;
    return (await (await callService(options, call)).json()) as Answer;
  }
  return {
    ask: (request, call) => json('/v1/ask', call, request),
    askStream: (request, call) => askStream(options, request, call?.signal),
    search: (request, call) => json('/v1/search', call, request),
    documents: (call) => json('/v1/documents', call),
    document: (id, call) => json(`/v1${documentHref(id)}`, call),
    feedback: (request, call) => json('/v1/feedback', call, request),
    health: (call) => json('/healthz', call),
    readiness: (call) => json('/readyz', call),
  };
}
