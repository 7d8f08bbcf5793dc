import { describe, expect, it } from 'vitest';
import { eventStream } from '../../../src/http/events/event-stream.js';

const describeError = (error: Error) => ({ event: 'error', data: error.message });

async function textOf(stream: ReadableStream<Uint8Array>): Promise<string> {
  return new Response(stream).text();
}

describe('eventStream', () => {
  it('writes events with and without a name, in order, and ends', async () => {
    const stream = await eventStream({
      work: async (send) => {
        send({ event: 'one', data: '{"a":1}' });
        send({ data: '[DONE]' });
      },
      describeError,
    });
    expect(await textOf(stream)).toBe('event: one\ndata: {"a":1}\n\ndata: [DONE]\n\n');
  });

  it('fails as the work does while nothing was sent', async () => {
    const work = () => Promise.reject(new Error('too early'));
    await expect(eventStream({ work, describeError })).rejects.toThrow('too early');
  });

  it('tells of a failure after the first event inside the stream', async () => {
    const stream = await eventStream({
      work: async (send) => {
        send({ data: 'first' });
        throw new Error('late');
      },
      describeError,
    });
    expect(await textOf(stream)).toBe('data: first\n\nevent: error\ndata: late\n\n');
  });

  it('keeps the connection alive while the work takes its time', async () => {
    let finish = () => {};
    const finished = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const stream = await eventStream({
      work: async (send) => {
        send({ data: 'first' });
        await finished;
      },
      describeError,
      heartbeatMs: 1,
    });
    let text = '';
    for await (const chunk of stream) {
      text += new TextDecoder().decode(chunk);
      if (text.includes('\n\n:')) finish();
    }
    expect(text).toMatch(/^data: first\n\n(: still working\n\n)+$/);
  });

  it('tells the work that nobody reads any more, and sends nothing then', async () => {
    let signal: AbortSignal | undefined;
    let sendLate = () => {};
    const stream = await eventStream({
      work: (send, left) => {
        signal = left;
        sendLate = () => send({ data: 'late' });
        send({ data: 'first' });
        return new Promise((_, reject) => {
          left.addEventListener('abort', () => reject(left.reason));
        });
      },
      describeError: () => {
        throw new Error('there is nobody to tell');
      },
    });
    expect(signal?.aborted).toBe(false);
    await stream.cancel();
    expect(signal?.aborted).toBe(true);
    expect(sendLate).not.toThrow();
  });
});
