import type { ReadablePassage } from '../../domain/passage-reader.js';
import type { ReadingOptions } from '../reading/open-sentence-reader.js';
import type { EncoderOptions } from './text-encoder.js';

/** What a worker thread is started with. */
export interface WorkerStart extends EncoderOptions {
  /** Null where nothing will be read. */
  readonly reader: ReadingOptions | null;
}

/** Work for a thread, and what it answers with: vectors one after the other, or what `packReadings` makes of readings. */
export type WorkerTask =
  | { readonly kind: 'embed'; readonly texts: readonly string[] }
  | { readonly kind: 'read'; readonly question: string; readonly passage: ReadablePassage };

/** Asks a worker to do something, or to end. */
export type WorkerRequest = WorkerTask | { readonly kind: 'end' };

/** What a worker says: ready once, then one reply a request. */
export type WorkerReply =
  | { readonly kind: 'ready'; readonly dimension: number }
  | { readonly kind: 'done'; readonly numbers: Float32Array<ArrayBuffer> }
  | { readonly kind: 'failed'; readonly reason: string };
