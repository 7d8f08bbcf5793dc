import { parentPort } from 'node:worker_threads';
import { InvalidDocument } from './invalid-document.js';
import { parseHere } from './parse-here.js';
import type { ParseReply, ParseTask } from './parse-task.js';

// What a parser left undone with one file must not end the thread over the next.
process.on('unhandledRejection', () => undefined);

// The thread that parses one file after the other; it never ends by itself.
parentPort?.on('message', async ({ extension, bytes }: ParseTask) => {
  parentPort?.postMessage(
    await reply(extension, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)),
  );
});

async function reply(extension: string, bytes: Buffer): Promise<ParseReply> {
  try {
    return { kind: 'parsed', parsed: await parseHere(extension, bytes) };
  } catch (cause) {
    if (!(cause instanceof InvalidDocument)) return { kind: 'failed', cause };
    const { message, remedy, line } = cause;
    return { kind: 'invalid', message, remedy, line };
  }
}
