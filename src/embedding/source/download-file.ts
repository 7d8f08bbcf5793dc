import { createWriteStream } from 'node:fs';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';

/** How far the download of a file of a model is. */
export interface DownloadProgress {
  /** Name inside the model, for instance `onnx/model.onnx`. */
  readonly file: string;
  readonly loadedBytes: number;
  /** Null where the server does not say. */
  readonly totalBytes: number | null;
}

export type DownloadListener = (progress: DownloadProgress) => void;

/** A server that sends nothing for this long counts as gone. */
const SILENCE_MS = 60_000;

/**
 * Fetches a file.
 * @param onBytes Called with the bytes so far and, where the server says, in all.
 * @returns false where the server answers 404.
 * @throws Error naming the status, or what broke off the transfer.
 */
export async function downloadFile(
  url: string,
  target: string,
  onBytes: (loadedBytes: number, totalBytes: number | null) => void,
): Promise<boolean> {
  const silence = new AbortController();
  const timer = setTimeout(
    () => silence.abort(new Error(`the server was silent for ${SILENCE_MS / 1000} seconds`)),
    SILENCE_MS,
  );
  try {
    const response = await fetch(url, { signal: silence.signal });
    if (response.status === 404) return false;
    if (!response.ok || response.body === null)
      throw new Error(`the server answered ${response.status} ${response.statusText}`.trimEnd());

    const totalBytes = statedLength(response.headers);
    let loadedBytes = 0;
    const counter = new Transform({
      transform(chunk: Uint8Array, _encoding, done) {
        timer.refresh();
        loadedBytes += chunk.byteLength;
        onBytes(loadedBytes, totalBytes);
        done(null, chunk);
      },
    });
    await pipeline(
      Readable.fromWeb(response.body as ReadableStream<Uint8Array>),
      counter,
      createWriteStream(target),
      {
        signal: silence.signal,
      },
    );
    if (totalBytes !== null && loadedBytes !== totalBytes)
      throw new Error(`${loadedBytes} of ${totalBytes} bytes came`);
    return true;
  } catch (cause) {
    throw new Error(reasonOf(cause), { cause });
  } finally {
    clearTimeout(timer);
  }
}

/** Bytes of the body; unknown where it is compressed on its way, since then it is longer than stated. */
function statedLength(headers: Headers): number | null {
  const stated = headers.get('content-length');
  return stated === null || headers.has('content-encoding') ? null : Number(stated);
}

/** fetch says only "fetch failed" or "terminated"; what happened is in the cause. */
function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const inner = cause.cause;
  return inner instanceof Error ? inner.message || String(inner) : cause.message;
}
