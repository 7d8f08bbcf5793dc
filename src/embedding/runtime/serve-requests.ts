import type { MessagePort } from 'node:worker_threads';
import { openTextEncoder, type TextEncoder } from './text-encoder.js';
import type { WorkerReply, WorkerRequest, WorkerStart } from './worker-messages.js';

/** Loads the model and answers requests until asked to end; then the port closes and the thread with it. */
export async function serveRequests(
  port: Pick<MessagePort, 'on' | 'close' | 'postMessage'>,
  start: WorkerStart,
): Promise<void> {
  const reply = (message: WorkerReply, transfer: readonly ArrayBuffer[] = []) =>
    port.postMessage(message, transfer);
  const fail = (cause: unknown) =>
    reply({ kind: 'failed', reason: cause instanceof Error ? cause.message : String(cause) });

  let encoder: TextEncoder;
  try {
    encoder = await openTextEncoder(start);
  } catch (cause) {
    fail(cause);
    port.close();
    return;
  }
  port.on('message', (request: WorkerRequest) => {
    if (request.kind === 'end') {
      void encoder.close().finally(() => port.close());
      return;
    }
    encodeAll(encoder, request.texts).then(
      (vectors) => reply({ kind: 'vectors', vectors }, [vectors.buffer]),
      fail,
    );
  });
  reply({ kind: 'ready', dimension: encoder.dimension });
}

async function encodeAll(
  encoder: TextEncoder,
  texts: readonly string[],
): Promise<Float32Array<ArrayBuffer>> {
  const vectors = new Float32Array(texts.length * encoder.dimension);
  for (const [index, text] of texts.entries())
    vectors.set(await encoder.encode(text), index * encoder.dimension);
  return vectors;
}
