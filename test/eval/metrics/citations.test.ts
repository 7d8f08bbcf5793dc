import { describe, expect, it } from 'vitest';
import {
  citationDocumentPrecision,
  citationDocumentRecall,
} from '../../../eval/metrics/citation-documents.js';
import { citationPrecision } from '../../../eval/metrics/citation-precision.js';
import { evidenceRecall, overlaps } from '../../../eval/metrics/evidence-recall.js';
import { paragraphSpan } from '../../../eval/metrics/paragraph-span.js';
import { isValid, quoteValidity } from '../../../eval/metrics/quote-validity.js';

const span = (documentId: string, start: number, end: number) => ({ documentId, start, end });

describe('citation documents', () => {
  const any = { documentIds: ['a', 'b'], mode: 'any' } as const;
  const all = { documentIds: ['a', 'b'], mode: 'all' } as const;

  it('count each cited document once for precision', () => {
    expect(citationDocumentPrecision(['a', 'a', 'c'], any)).toBe(0.5);
    expect(citationDocumentPrecision([], any)).toBeNull();
  });

  it('need one document for full recall, or all of them', () => {
    expect(citationDocumentRecall(['b', 'c'], any)).toBe(1);
    expect(citationDocumentRecall(['b', 'c'], all)).toBe(0.5);
    expect(citationDocumentRecall(['c'], any)).toBe(0);
  });
});

describe('overlaps', () => {
  it('wants half of the shorter span', () => {
    expect(overlaps(span('a', 0, 10), span('a', 5, 100))).toBe(true);
    expect(overlaps(span('a', 0, 10), span('a', 6, 100))).toBe(false);
    expect(overlaps(span('a', 0, 100), span('a', 40, 44))).toBe(true);
  });

  it('holds within one document only', () => {
    expect(overlaps(span('a', 0, 10), span('b', 0, 10))).toBe(false);
  });
});

describe('evidenceRecall', () => {
  const evidence = [[span('a', 0, 10), span('a', 50, 60)], [span('b', 0, 10)]];

  it('takes any place of a quote', () => {
    expect(evidenceRecall([span('a', 50, 60)], evidence, 'any')).toBe(1);
  });

  it('is the share of quotes reached where all are needed', () => {
    expect(evidenceRecall([span('a', 0, 10)], evidence, 'all')).toBe(0.5);
    expect(evidenceRecall([span('c', 0, 10)], evidence, 'any')).toBe(0);
  });
});

describe('citationPrecision', () => {
  const evidence = [[span('a', 0, 10), span('a', 50, 60)], [span('b', 0, 10)]];

  it('is the share of citations that reach evidence anywhere', () => {
    const cited = [[span('a', 52, 60)], [span('b', 20, 30)], [], [span('b', 0, 10)]];
    expect(citationPrecision(cited, evidence)).toBe(2 / 4);
  });

  it('is undefined without citations', () => {
    expect(citationPrecision([], evidence)).toBeNull();
  });
});

describe('paragraphSpan', () => {
  // Paragraphs at [0, 7), [9, 17) and [19, 22).
  const text = 'One. 1.\n\nTwo.\n2b.\n\nIII';

  it.each([
    ['the first', [1, 3], [0, 7]],
    ['a later one, over a line break', [10, 12], [9, 17]],
    ['the last', [20, 22], [19, 22]],
    ['a whole one', [9, 17], [9, 17]],
    ['two', [5, 11], [0, 17]],
  ])('widens a span to %s', (_, [start = 0, end = 0], [from, to]) => {
    expect(paragraphSpan(span('a', start, end), text)).toEqual(span('a', from ?? 0, to ?? 0));
  });
});

describe('quoteValidity', () => {
  // SHA-256 of "abc", FIPS 180-2, appendix B.1.
  const documentHash = 'sha256-ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
  const claim = { documentHash, start: 1, end: 3, quote: 'bc' };

  it('holds for the exact slice of the hashed text', () => {
    const validity = quoteValidity(claim, 'abc');
    expect(validity).toEqual({ verbatim: true, span: true, hash: true });
    expect(isValid(validity)).toBe(true);
  });

  it.each([
    ['another quote', { ...claim, quote: 'bd' }, { verbatim: false, span: false, hash: true }],
    ['a shifted span', { ...claim, start: 0, end: 2 }, { verbatim: true, span: false, hash: true }],
    ['an end beyond the text', { ...claim, start: 2, end: 9 }, { verbatim: true, span: false }],
    ['a span the wrong way round', { ...claim, start: 3, end: 1 }, { verbatim: true, span: false }],
    ['another hash', { ...claim, documentHash: documentHash.replace('ba', 'ab') }, { hash: false }],
    ['an empty quote', { ...claim, start: 1, end: 1, quote: '' }, { verbatim: false, span: false }],
  ])('says what is wrong with %s', (_, wrong, told) => {
    const validity = quoteValidity(wrong, 'abc');
    expect(validity).toMatchObject(told);
    expect(isValid(validity)).toBe(false);
  });

  it('fails for another or an unknown text', () => {
    expect(isValid(quoteValidity(claim, 'abcd'))).toBe(false);
    expect(isValid(quoteValidity(claim, undefined))).toBe(false);
  });

  it('holds against nobody what is not told', () => {
    const told = { documentHash: null, start: null, end: null, quote: 'bc' };
    expect(quoteValidity(told, 'abc')).toEqual({ verbatim: true, span: null, hash: null });
    expect(isValid(quoteValidity(told, 'abc'))).toBe(true);
    expect(isValid(quoteValidity({ ...told, quote: 'bd' }, 'abc'))).toBe(false);
    expect(isValid(quoteValidity({ ...told, quote: null }, 'abc'))).toBeNull();
    expect(quoteValidity({ ...told, quote: null }, undefined)).toEqual({
      verbatim: null,
      span: null,
      hash: null,
    });
  });
});
