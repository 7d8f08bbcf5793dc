import type { EncoderOptions } from './text-encoder.js';

/** What a worker thread is started with. */
export type WorkerStart = EncoderOptions;

/** Asks a worker for vectors, or to end. */
export type WorkerRequest =
  | { readonly kind: 'embed'; readonly texts: readonly string[] }
  | { readonly kind: 'end' };

/** What a worker says: ready once, then one reply a request. `vectors` holds one vector after the other. */
export type WorkerReply =
  | { readonly kind: 'ready'; readonly dimension: number }
  | { readonly kind: 'vectors'; readonly vectors: Float32Array<ArrayBuffer> }
  | { readonly kind: 'failed'; readonly reason: string };
