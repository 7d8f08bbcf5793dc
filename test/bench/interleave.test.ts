import { describe, expect, it } from 'vitest';
import { interleave } from '../../bench/interleave.js';

/** Tasks that write down who ran when, on a clock where each takes 10 ms. */
function recorded() {
  const order: string[] = [];
  let clock = 0;
  const task = (name: string) => async (round: number) => {
    order.push(`${name}${round}`);
    clock += 10;
    return clock;
  };
  return { order, tasks: { a: task('a'), b: task('b') }, now: () => clock };
}

describe('interleave', () => {
  it('runs the tasks in turn and keeps what each measured', async () => {
    const { order, tasks, now } = recorded();
    const measured = await interleave(tasks, { least: 2, most: 2, budgetMs: 0 }, now);
    expect(order).toEqual(['a0', 'b0', 'a1', 'b1']);
    expect(measured).toEqual({ a: [10, 30], b: [20, 40] });
  });

  it('begins no further round once its time is spent', async () => {
    const { order, tasks, now } = recorded();
    await interleave(tasks, { least: 1, most: 100, budgetMs: 50 }, now);
    expect(order).toEqual(['a0', 'b0', 'a1', 'b1', 'a2', 'b2']);
  });

  it('does the least however long it takes, and never more than the most', async () => {
    const slow = recorded();
    await interleave(slow.tasks, { least: 4, most: 9, budgetMs: 0 }, slow.now);
    expect(slow.order).toHaveLength(8);
    const fast = recorded();
    await interleave(fast.tasks, { least: 1, most: 3, budgetMs: 1e9 }, fast.now);
    expect(fast.order).toHaveLength(6);
  });

  it('passes on what a task throws', async () => {
    const fails = async () => {
      throw new Error('no answer');
    };
    await expect(interleave({ fails }, { least: 1, most: 1, budgetMs: 0 })).rejects.toThrow(
      'no answer',
    );
  });
});
