import { describe, expect, it } from 'vitest';
import { createWorkQueue } from '../../../src/http/engine/work-queue.js';

/** Work that ends when it is told to. */
function task() {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { end, work: () => ended };
}

const PATIENT = 600_000;

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('a work queue', () => {
  it('works on as many as it may, lets as many wait, and refuses the rest at once', async () => {
    const queue = createWorkQueue({ atOnce: 2, waiting: 1, waitMs: PATIENT });
    const tasks = [task(), task(), task()];
    const running = tasks.map(({ work }) => queue.run(work));
    expect([queue.working, queue.waiting]).toEqual([2, 1]);
    await expect(queue.run(async () => 'never')).rejects.toMatchObject({ code: 'overloaded' });
    for (const { end } of tasks) end();
    await Promise.all(running);
    expect([queue.working, queue.waiting]).toEqual([0, 0]);
    expect(await queue.run(async () => 'again')).toBe('again');
  });

  it('serves those who wait in the order they came', async () => {
    const queue = createWorkQueue({ atOnce: 1, waiting: 10, waitMs: PATIENT });
    const first = task();
    const order: number[] = [];
    const all = [
      queue.run(first.work),
      ...[1, 2, 3].map((number) => queue.run(async () => order.push(number))),
    ];
    first.end();
    await Promise.all(all);
    expect(order).toEqual([1, 2, 3]);
  });

  it('goes on after work that fails, at once or later', async () => {
    const queue = createWorkQueue({ atOnce: 1, waiting: 10, waitMs: PATIENT });
    const failing = queue.run(() => Promise.reject(new Error('broken')));
    const throwing = queue.run(() => {
      throw new Error('at once');
    });
    const fine = queue.run(async () => 'fine');
    await expect(failing).rejects.toThrow('broken');
    await expect(throwing).rejects.toThrow('at once');
    expect(await fine).toBe('fine');
    expect(queue.working).toBe(0);
  });

  it('forgets who left while waiting, and lets in who came after', async () => {
    const queue = createWorkQueue({ atOnce: 1, waiting: 1, waitMs: PATIENT });
    const first = task();
    const running = queue.run(first.work);
    const client = new AbortController();
    const left = queue.run(async () => 'never', client.signal);
    client.abort(new Error('gone'));
    await expect(left).rejects.toThrow('gone');
    const next = queue.run(async () => 'next');
    first.end();
    expect(await next).toBe('next');
    await running;
  });

  it('sends back whoever waited too long, and does not begin their work', async () => {
    const queue = createWorkQueue({ atOnce: 1, waiting: 5, waitMs: 10 });
    const first = task();
    const running = queue.run(first.work);
    let begun = false;
    const late = queue.run(async () => {
      begun = true;
    });
    await expect(late).rejects.toMatchObject({ code: 'overloaded' });
    expect(queue.waiting).toBe(0);
    first.end();
    await running;
    expect([begun, queue.working]).toEqual([false, 0]);
  });

  it('begins nothing for who left before', async () => {
    const queue = createWorkQueue({ atOnce: 1, waiting: 1, waitMs: PATIENT });
    const gone = AbortSignal.abort(new Error('gone'));
    await expect(queue.run(async () => 'never', gone)).rejects.toThrow('gone');
    expect(queue.working).toBe(0);
  });

  it('keeps a place taken until its work has really ended', async () => {
    const queue = createWorkQueue({ atOnce: 1, waiting: 0, waitMs: PATIENT });
    const deaf = task();
    const client = new AbortController();
    const running = queue.run(deaf.work, client.signal);
    client.abort();
    await settled();
    expect(queue.working).toBe(1);
    await expect(queue.run(async () => 'never')).rejects.toMatchObject({ code: 'overloaded' });
    deaf.end();
    await running;
    expect(queue.working).toBe(0);
  });
});
