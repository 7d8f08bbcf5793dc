import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workItems } from '../../../src/embedding/runtime/work-items.js';

describe('work items', () => {
  it('hold every text once, with its place', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 2000 })), (texts) => {
        const held = workItems(texts).flatMap((item) =>
          item.places.map((place, index) => [place, item.texts[index]] as const),
        );
        expect(held.sort(([a], [b]) => a - b)).toEqual([...texts.entries()]);
      }),
    );
  });

  it('come longest first, so that the last to finish is short', () => {
    const lengths = workItems(['a'.repeat(10), 'b'.repeat(2000), 'c'.repeat(900)]).flatMap((item) =>
      item.texts.map((text) => text.length),
    );
    expect(lengths).toEqual([2000, 900, 10]);
  });

  it('stay small enough for a question to get in between', () => {
    const items = workItems(Array.from({ length: 100 }, (_, index) => 'x'.repeat(index * 10)));
    for (const { texts } of items)
      expect(texts.length === 1 || texts.join('').length <= 1500).toBe(true);
    expect(items.every(({ texts }) => texts.length <= 16)).toBe(true);
  });
});
