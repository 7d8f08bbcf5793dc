import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { prepareModel } from '../../../src/embedding/folder/prepare-model.js';
import { serveRequests } from '../../../src/embedding/runtime/serve-requests.js';
import type { WorkerReply, WorkerRequest } from '../../../src/embedding/runtime/worker-messages.js';
import { folderSource } from '../../../src/embedding/source/folder-source.js';
import { useTemporaryFolders } from '../temporary-folders.js';
import { writeTinyModel } from '../tiny-bert.js';

const newFolder = useTemporaryFolders();
const ports: MessagePort[] = [];
afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

/** The two ends of a thread's port: what the thread gets, and a conversation with it. */
function conversation() {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  const reply = () =>
    new Promise<WorkerReply>((resolve) => {
      port1.once('message', resolve);
    });
  return {
    threadPort: port2,
    reply,
    ask(request: WorkerRequest) {
      const answer = reply();
      port1.postMessage(request);
      return answer;
    },
    end() {
      const closed = new Promise((resolve) => port1.once('close', resolve));
      port1.postMessage({ kind: 'end' } satisfies WorkerRequest);
      return closed;
    },
  };
}

describe('a thread that embeds', () => {
  it('says when it is ready, answers each request and closes its port when asked to end', async () => {
    const folder = await newFolder();
    await writeTinyModel(folder);
    const prepared = await prepareModel('t', await folderSource(folder), 'fp32', await newFolder());
    const { threadPort, reply, ask, end } = conversation();
    const ready = reply();
    const start = {
      folder: prepared.folder,
      precision: 'fp32',
      pooling: 'mean',
      maxTokens: 40,
      reader: null,
    };
    await serveRequests(threadPort, start as Parameters<typeof serveRequests>[1]);
    expect(await ready).toEqual({ kind: 'ready', dimension: 32 });

    const answer = await ask({ kind: 'embed', texts: ['a fox', 'a dog', ''] });
    expect(answer.kind === 'done' && answer.numbers.length).toBe(96);
    expect(await ask({ kind: 'embed', texts: [7 as unknown as string] })).toMatchObject({
      kind: 'failed',
    });
    expect((await ask({ kind: 'embed', texts: [] })).kind).toBe('done');
    await end();
  });

  it('says why it cannot load a model', async () => {
    const { threadPort, reply } = conversation();
    const failed = reply();
    await serveRequests(threadPort, {
      folder: '/nowhere/at/all',
      precision: 'fp32',
      pooling: 'mean',
      maxTokens: 40,
      reader: null,
    });
    expect(await failed).toMatchObject({
      kind: 'failed',
      reason: expect.stringMatching(/\w/),
    });
  });
});
