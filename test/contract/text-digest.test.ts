import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findByDigest, textDigest } from '../../src/contract/text-digest.js';

describe('findByDigest', () => {
  it('finds any stretch of any text', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.nat(), fc.nat(), (text, from, size) => {
        const start = from % text.length;
        const end = start + 1 + (size % (text.length - start));
        const quote = text.slice(start, end);
        const place = { length: quote.length, near: start };
        expect(findByDigest(text, textDigest(quote), place)).toBe(start);
      }),
    );
  });

  it('finds nothing else', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), (text, quote) => {
        const found = findByDigest(text, textDigest(quote), { length: quote.length, near: 0 });
        expect(found ?? -1).toBe(text.indexOf(quote));
      }),
    );
  });

  it('takes the one nearest to where it stood', () => {
    const digest = textDigest('mill');
    expect(findByDigest('mill mill mill', digest, { length: 4, near: 6 })).toBe(5);
    expect(findByDigest('mill mill mill', digest, { length: 4, near: 99 })).toBe(10);
  });

  it.each(['', 'zz', '0'.repeat(16), 'x'.repeat(1000)])('finds nothing for "%s"', (digest) => {
    expect(findByDigest('The mill turns.', digest, { length: 4, near: 0 })).toBeUndefined();
    expect(findByDigest('The mill turns.', digest, { length: 99, near: 0 })).toBeUndefined();
    expect(findByDigest('The mill turns.', digest, { length: -1, near: 0 })).toBeUndefined();
  });
});
