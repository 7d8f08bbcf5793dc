import type { ErrorCode } from '../errors.js';

interface ProblemKind {
  readonly status: number;
  readonly title: string;
  /** Whether the error's own message is meant for the client. Where it is not, it may name paths or settings and stays in the log. */
  readonly speaks: boolean;
}

const hidden = (status: number, title: string): ProblemKind => ({ status, title, speaks: false });
const spoken = (status: number, title: string): ProblemKind => ({ status, title, speaks: true });

/**
 * The one table from error code to HTTP. `timeout` is 503 and not 504: Footnote is no gateway, and a
 * client may simply try again. 499 is what nginx logs for a client that went away; nobody receives it.
 */
export const PROBLEMS: Readonly<Record<ErrorCode, ProblemKind>> = {
  invalid_json: spoken(400, 'The body is not valid JSON'),
  invalid_request: spoken(400, 'The request is not valid'),
  unsupported_media_type: spoken(415, 'The body must be JSON'),
  payload_too_large: spoken(413, 'The body is too large'),
  request_timeout: spoken(408, 'The request came too slowly'),
  unauthorized: spoken(401, 'A key is needed'),
  forbidden: spoken(403, 'The key does not allow this'),
  host_not_allowed: spoken(421, 'The service does not answer to this host name'),
  origin_not_allowed: spoken(403, 'Pages of this origin may not call the service'),
  rate_limited: spoken(429, 'Too many requests'),
  not_found: spoken(404, 'There is nothing here'),
  method_not_allowed: spoken(405, 'This method is not allowed here'),
  conflict: spoken(409, 'This does not fit what is there'),
  timeout: spoken(503, 'The answer took too long'),
  cancelled: spoken(499, 'The client went away'),
  not_ready: spoken(503, 'The service is still starting'),
  overloaded: spoken(503, 'Too many questions wait already'),
  config_invalid: hidden(500, 'The service is misconfigured'),
  corpus_invalid: hidden(500, 'The documents cannot be read'),
  document_invalid: hidden(500, 'A document cannot be read'),
  index_missing: hidden(503, 'The index is not there'),
  index_stale: hidden(503, 'The index is out of date'),
  index_corrupt: hidden(503, 'The index is damaged'),
  index_locked: hidden(503, 'The index is being built'),
  index_write_failed: hidden(500, 'The index cannot be written'),
  model_unavailable: hidden(503, 'The embedding model is not available'),
  model_invalid: hidden(500, 'The embedding model cannot be used'),
  embedding_failed: hidden(500, 'The text could not be embedded'),
  feedback_failed: hidden(503, 'The feedback could not be kept'),
  internal: hidden(500, 'Something went wrong here'),
};
