import { expect, it } from 'vitest';
import { createUpdater } from '../../src/upkeep/updater.js';

/** Updates that end when told to. */
function controlled() {
  const ends: ((error?: Error) => void)[] = [];
  const run = () =>
    new Promise<void>((resolve, reject) => {
      ends.push((error) => (error === undefined ? resolve() : reject(error)));
    });
  return { run, ends };
}

it('runs one update at a time, and one more for all that came meanwhile', async () => {
  const { run, ends } = controlled();
  const { update } = createUpdater(run);
  const first = update();
  const [second, third] = [update(), update()];
  expect(ends).toHaveLength(1);
  ends[0]?.();
  await first;
  await Promise.resolve();
  await new Promise((settled) => setImmediate(settled));
  expect(ends).toHaveLength(2);
  ends[1]?.();
  await Promise.all([second, third]);
  expect(ends).toHaveLength(2);
});

it('goes on after one that failed, whose callers alone are told', async () => {
  const { run, ends } = controlled();
  const { update } = createUpdater(run);
  const first = update();
  const second = update();
  ends[0]?.(new Error('no space'));
  await expect(first).rejects.toThrow('no space');
  await new Promise((settled) => setImmediate(settled));
  ends[1]?.();
  await second;
});
