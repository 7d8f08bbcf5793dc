/**
 * Half-open range `[start, end)` in UTF-16 code units of a document's canonical text, so that
 * `text.slice(start, end)` is the quoted text. `0 <= start < end <= text.length`.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}
