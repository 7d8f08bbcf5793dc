import type { MessagePort } from 'node:worker_threads';
import { openSentenceReader, type SentenceReader } from '../reading/open-sentence-reader.js';
import { packReadings } from '../reading/packed-readings.js';
import { openTextEncoder, type TextEncoder } from './text-encoder.js';
import type { WorkerReply, WorkerRequest, WorkerStart, WorkerTask } from './worker-messages.js';

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
  const reader = loadedOnce(start);
  const work = async (task: WorkerTask): Promise<Float32Array<ArrayBuffer>> =>
    task.kind === 'embed'
      ? encodeAll(encoder, task.texts)
      : packReadings(await (await reader.get()).read(task.question, task.passage));
  port.on('message', (request: WorkerRequest) => {
    if (request.kind === 'end') {
      void Promise.allSettled([encoder.close(), reader.close()]).then(() => port.close());
      return;
    }
    work(request).then((numbers) => reply({ kind: 'done', numbers }, [numbers.buffer]), fail);
  });
  reply({ kind: 'ready', dimension: encoder.dimension });
  // A first question need not wait for what can be loaded before it comes.
  reader.get().catch(() => {});
}

/** The sentence reader, loaded when it is first wanted; a thread that only embeds never pays for it. */
function loadedOnce({ reader: options }: WorkerStart) {
  let loading: Promise<SentenceReader> | undefined;
  return {
    get(): Promise<SentenceReader> {
      if (options === null) return Promise.reject(new Error('No reader was configured'));
      loading ??= openSentenceReader(options);
      return loading;
    },
    async close(): Promise<void> {
      await (await loading)?.close();
    },
  };
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
