import { describe, expect, it } from 'vitest';
import { createSlots } from '../../src/chat/slots.js';

const never = new AbortController().signal;

function held() {
  let release = () => {};
  const until = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { work: () => until, release };
}

describe('slots', () => {
  it('let so many work at once, and the others in the order they came', async () => {
    const slots = createSlots(1);
    const order: number[] = [];
    const first = held();
    const one = slots.run(first.work, never);
    const two = slots.run(async () => order.push(2), never);
    const three = slots.run(async () => order.push(3), never);
    expect(order).toEqual([]);
    first.release();
    await Promise.all([one, two, three]);
    expect(order).toEqual([2, 3]);
  });

  it('lose nothing to those that leave, nor to work that fails', async () => {
    const slots = createSlots(1);
    const first = held();
    const one = slots.run(first.work, never);
    const leaving = new AbortController();
    const gone = slots.run(async () => 'never', leaving.signal);
    const failing = slots.run(() => Promise.reject(new Error('broken')), never);
    const last = slots.run(async () => 'done', never);
    const reason = new Error('tired');
    leaving.abort(reason);
    await expect(gone).rejects.toBe(reason);
    first.release();
    await one;
    await expect(failing).rejects.toThrow('broken');
    expect(await last).toBe('done');
    await expect(slots.run(async () => 1, leaving.signal)).rejects.toBe(reason);
  });
});
