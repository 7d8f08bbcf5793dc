import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageLabel, pageRange } from '../../src/contract/page-range.js';

describe('pageRange', () => {
  it('names the page a stretch begins on, and the one it ends on where that is another', () => {
    const starts = [0, 100, 100, 250];
    expect(pageRange(starts, { start: 0, end: 10 })).toEqual({ page: 1 });
    expect(pageRange(starts, { start: 0, end: 100 })).toEqual({ page: 1 });
    expect(pageRange(starts, { start: 99, end: 101 })).toEqual({ page: 1, pageEnd: 3 });
    expect(pageRange(starts, { start: 250, end: 251 })).toEqual({ page: 4 });
  });

  it('is empty where the source has no pages', () => {
    expect(pageRange(undefined, { start: 0, end: 1 })).toEqual({});
    expect(pageRange([], { start: 0, end: 1 })).toEqual({});
    expect(pageLabel({})).toBeUndefined();
  });

  it('gives the last page that begins at or before the offset', () => {
    const pages = fc.array(fc.nat(50), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(pages, fc.nat(1000), (lengths, offset) => {
        let at = 0;
        const starts = lengths.map((length) => {
          at += length;
          return at - length;
        });
        const { page } = pageRange(starts, { start: offset, end: offset + 1 });
        expect(page).toBe(starts.findLastIndex((start) => start <= offset) + 1);
      }),
    );
  });

  it('reads as people write it', () => {
    expect(pageLabel({ page: 3 })).toBe('p. 3');
    expect(pageLabel({ page: 3, pageEnd: 4 })).toBe('pp. 3–4');
  });
});
