import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuse } from '../../src/retrieval/fuse.js';

const list = (...ids: string[]) => ids.map((id, place) => ({ id, score: 1 - place / 10 }));

describe('fuse', () => {
  it('adds the cosine and the share of the full lexical score, weighted', () => {
    const dense = [
      { id: 'a', score: 0.8 },
      { id: 'b', score: 0.5 },
    ];
    const lexical = [
      { id: 'b', score: 9 },
      { id: 'c', score: 3 },
    ];
    const [first, second, third] = fuse({ dense, lexical, fullLexical: 10 });
    expect(first).toMatchObject({ id: 'b', dense: 1, lexical: 0 });
    expect(first?.score).toBeCloseTo(0.5 * 0.5 + 0.5 * 0.9, 12);
    expect(second).toMatchObject({ id: 'a', dense: 0, lexical: null });
    expect(second?.score).toBeCloseTo(0.5 * 0.8, 12);
    expect(third).toMatchObject({ id: 'c', dense: null, lexical: 1 });
    expect(third?.score).toBeCloseTo(0.5 * 0.5 + 0.5 * 0.3, 12);
  });

  it('lets an id that only one list holds win', () => {
    expect(fuse({ dense: [], lexical: list('b'), fullLexical: 1 })[0]?.id).toBe('b');
    expect(fuse({ dense: list('a'), lexical: [], fullLexical: 1 })[0]?.id).toBe('a');
    const alike = ['p', 'q', 'r'].map((id) => ({ id, score: 0.3 }));
    expect(fuse({ dense: alike, lexical: list('x'), fullLexical: 2 })[0]?.id).toBe('x');
  });

  it('puts no score above a better one, each id once, and equal ones in the order of ids', () => {
    const scored = fc.uniqueArray(
      fc.record({
        id: fc.string({ minLength: 1, maxLength: 2 }),
        score: fc.constantFrom(0.1, 0.2, 0.7),
      }),
      { maxLength: 20, selector: ({ id }) => id },
    );
    const bestFirst = (one: { id: string; score: number }[]) =>
      one.toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
    fc.assert(
      fc.property(scored, scored, (a, b) => {
        const fused = fuse({ dense: bestFirst(a), lexical: bestFirst(b), fullLexical: 2 });
        expect(fused.map(({ id }) => id).toSorted()).toEqual(
          [...new Set([...a, ...b].map(({ id }) => id))].toSorted(),
        );
        expect(fused).toEqual(bestFirst(fused as { id: string; score: number }[]));
      }),
    );
  });
});
