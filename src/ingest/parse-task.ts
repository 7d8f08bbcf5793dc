import type { ParsedDocument } from './document-format.js';

/** A file to be parsed, as it is handed to the thread that parses. */
export interface ParseTask {
  /** Of the file, dot included. */
  readonly extension: string;
  /** The whole file. */
  readonly bytes: Uint8Array;
}

/** What that thread says of it. */
export type ParseReply =
  | { readonly kind: 'parsed'; readonly parsed: ParsedDocument }
  | {
      readonly kind: 'invalid';
      readonly message: string;
      readonly remedy: string;
      readonly line: number | null;
    }
  /** A fault of the program. */
  | { readonly kind: 'failed'; readonly cause: unknown };
