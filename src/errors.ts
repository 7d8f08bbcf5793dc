/** Every way Footnote says no. Closed: a surface maps each to its own form, and a new one must be added here. */
export const ERROR_CODES = [
  'invalid_json',
  'invalid_request',
  'unsupported_media_type',
  'payload_too_large',
  'request_timeout',
  'unauthorized',
  'forbidden',
  'host_not_allowed',
  'origin_not_allowed',
  'rate_limited',
  'not_found',
  'method_not_allowed',
  'conflict',
  'timeout',
  'cancelled',
  'not_ready',
  'overloaded',
  'config_invalid',
  'corpus_invalid',
  'document_invalid',
  'index_missing',
  'index_stale',
  'index_corrupt',
  'index_locked',
  'index_write_failed',
  'model_unavailable',
  'model_invalid',
  'embedding_failed',
  'feedback_failed',
  'internal',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

export interface FootnoteErrorOptions {
  /** Facts a program may act on: file, line, field, limit. */
  readonly details?: Readonly<Record<string, string | number | boolean>>;
  readonly cause?: unknown;
}

/**
 * An error a person is meant to read: its message says what was wanted, what came and what to do.
 * `cause` is for logs and never reaches a client.
 */
export class FootnoteError extends Error {
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, string | number | boolean>>;

  constructor(code: ErrorCode, message: string, options: FootnoteErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'FootnoteError';
    this.code = code;
    this.details = options.details ?? {};
  }
}
