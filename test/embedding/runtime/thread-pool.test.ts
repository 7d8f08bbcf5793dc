import { describe, expect, it } from 'vitest';
import { openThreadPool } from '../../../src/embedding/runtime/thread-pool.js';
import { DIE, type Script, scriptedThreads } from './scripted-threads.js';

const lengths: Script = (texts) => texts.map((text) => text.length);

/** A script whose answers wait until `release` is called. */
function held(): { script: Script; release: () => void } {
  let release = () => {};
  const open = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { script: (texts) => open.then(() => lengths(texts)), release };
}

describe('the thread pool', () => {
  it('starts one thread, and others only when jobs wait', async () => {
    const { script, release } = held();
    const threads = scriptedThreads([script]);
    const pool = await openThreadPool(threads.start, 3);
    expect(threads.started).toBe(1);
    const first = pool.run(['a'], 'passage');
    expect(threads.started).toBe(1);
    const others = [pool.run(['b'], 'passage'), pool.run(['c'], 'passage')];
    const late = [pool.run(['d'], 'passage'), pool.run(['e'], 'passage')];
    expect(threads.started).toBe(3);
    release();
    await Promise.all([first, ...others, ...late]);
    expect(threads.started).toBe(3);
    await pool.close();
    expect(threads.ended).toBe(3);
  });

  it('takes questions before passages', async () => {
    const { script, release } = held();
    const threads = scriptedThreads([script]);
    const pool = await openThreadPool(threads.start, 1);
    const jobs = [
      pool.run(['under way'], 'passage'),
      pool.run(['passage'], 'passage'),
      pool.run(['question'], 'query'),
    ];
    release();
    await Promise.all(jobs);
    expect(threads.seen.flat()).toEqual(['under way', 'question', 'passage']);
    await pool.close();
  });

  it('gives the texts of a thread that died to another one', async () => {
    const threads = scriptedThreads([DIE, lengths]);
    const pool = await openThreadPool(threads.start, 1);
    expect([...(await pool.run(['four'], 'query'))]).toEqual([4]);
    expect(threads.seen).toEqual([['four'], ['four']]);
    await pool.close();
  });

  it('gives up on texts that kill two threads, and goes on with others', async () => {
    const threads = scriptedThreads([DIE, DIE, lengths]);
    const pool = await openThreadPool(threads.start, 1);
    await expect(pool.run(['poison'], 'query')).rejects.toMatchObject({ code: 'embedding_failed' });
    expect([...(await pool.run(['four'], 'query'))]).toEqual([4]);
    await pool.close();
  });

  it('passes on why a model refused texts, and keeps the thread', async () => {
    const threads = scriptedThreads([
      (texts) => {
        if (texts.includes('bad')) throw new Error('no such token');
        return lengths(texts);
      },
    ]);
    const pool = await openThreadPool(threads.start, 1);
    await expect(pool.run(['bad'], 'query')).rejects.toMatchObject({
      code: 'embedding_failed',
      message: expect.stringContaining('no such token'),
    });
    expect([...(await pool.run(['ok'], 'query'))]).toEqual([2]);
    expect(threads.started).toBe(1);
    await pool.close();
  });

  it('fails to open where the model cannot be loaded', async () => {
    const threads = scriptedThreads(['no such file']);
    await expect(openThreadPool(threads.start, 2)).rejects.toThrow('no such file');
  });

  it('does not wait for ever where no thread can be started any more', async () => {
    const threads = scriptedThreads([DIE, 'out of memory']);
    const pool = await openThreadPool(threads.start, 1);
    await expect(pool.run(['a'], 'query')).rejects.toMatchObject({
      code: 'embedding_failed',
      message: expect.stringContaining('out of memory'),
    });
    await pool.close();
  });

  it('works on with fewer threads where a further one cannot be started', async () => {
    const { script, release } = held();
    const threads = scriptedThreads([script, 'out of memory']);
    const pool = await openThreadPool(threads.start, 2);
    const jobs = [pool.run(['a'], 'passage'), pool.run(['bc'], 'passage')];
    release();
    expect((await Promise.all(jobs)).map(([length]) => length)).toEqual([1, 2]);
    await pool.close();
  });

  it('takes cancelled jobs out of the line', async () => {
    const { script, release } = held();
    const threads = scriptedThreads([script]);
    const pool = await openThreadPool(threads.start, 1);
    const cancel = new AbortController();
    const underWay = pool.run(['under way'], 'passage');
    const cancelled = pool.run(['cancelled'], 'passage', cancel.signal);
    cancel.abort();
    await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' });
    await expect(pool.run(['too late'], 'query', cancel.signal)).rejects.toMatchObject({
      code: 'cancelled',
    });
    release();
    await underWay;
    await pool.close();
    expect(threads.seen).toEqual([['under way']]);
  });

  it('lets jobs finish before it closes, and takes none after', async () => {
    const { script, release } = held();
    const threads = scriptedThreads([script]);
    const pool = await openThreadPool(threads.start, 1);
    const jobs = [pool.run(['a'], 'passage'), pool.run(['b'], 'passage')];
    const closing = pool.close();
    await expect(pool.run(['c'], 'query')).rejects.toMatchObject({ code: 'embedding_failed' });
    release();
    await closing;
    expect((await Promise.all(jobs)).length).toBe(2);
    expect(threads.ended).toBe(1);
  });
});
