import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuse } from '../../src/retrieval/fuse.js';

const list = (...ids: string[]) => ids.map((id, place) => ({ id, score: 1 - place / 10 }));

describe('fuse', () => {
  it('sums the reciprocal ranks, damped by 60', () => {
    const fused = fuse([list('a', 'b'), list('b')]);
    expect(fused[0]).toEqual({ id: 'b', places: [1, 0], score: 1 / 62 + 1 / 61 });
    expect(fused[1]).toEqual({ id: 'a', places: [0, null], score: 1 / 61 });
  });

  it('lets an id that only one list holds win', () => {
    expect(fuse([list('a'), list('b', 'a')])[0]?.id).toBe('a');
    expect(fuse([[], list('b')])[0]?.id).toBe('b');
  });

  it('orders equal scores by id, whatever the order of the lists', () => {
    const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { maxLength: 20 });
    fc.assert(
      fc.property(ids, ids, (a, b) => {
        const forth = fuse([list(...a), list(...b)]).map(({ id }) => id);
        const back = fuse([list(...b), list(...a)]).map(({ id }) => id);
        expect(forth).toEqual(back);
        expect(new Set(forth)).toEqual(new Set([...a, ...b]));
      }),
    );
  });
});
