import { describe, expect, it } from 'vitest';
import { numberQuotes } from '../../src/chat/number-quotes.js';
import type { ExplainedSentence } from '../../src/domain/reader.js';
import type { Candidate } from '../../src/domain/retriever.js';

/** A passage of sentences joined by blanks; one that ends without a full stop is a heading. */
function candidate(id: string, ...texts: readonly string[]): Candidate {
  let end = -1;
  const sentences = texts.map((text) => {
    const start = end + 1;
    end = start + text.length;
    const kind = text.endsWith('.') ? 'paragraph' : 'heading';
    return { start, end, text, kind, vector: new Float32Array() };
  });
  const document = { title: `Title of ${id}`, metadata: { published: '2024' } };
  const passage = { id: `${id}#0`, documentId: id, headings: ['Part'], document, sentences };
  return { passage } as unknown as Candidate;
}

function ranked(from: Candidate, ...places: readonly number[]): ExplainedSentence[] {
  return places.map((place) => {
    const { start = 0, end = 0, text = '' } = from.passage.sentences[place] ?? {};
    const judged = { score: 0, probability: 0, features: [] };
    return { passageId: from.passage.id, start, end, text, ...judged };
  });
}

const MILL = candidate('mill', 'A heading', 'One.', 'Two.', 'Three.', 'Four.', 'Five.', 'Six.');
const FERRY = candidate('ferry', 'Alpha.', 'Beta.', 'Gamma.');
const candidates = [MILL, FERRY];
const nothing = { answered: [], candidates, givesOrders: () => false };

describe('the quotes a model is given', () => {
  it('are the best sentences with their neighbours, numbered in reading order', () => {
    const quotes = numberQuotes({ ...nothing, ranked: [ranked(MILL, 4)] });
    expect(quotes.map(({ number, quote }) => [number, quote])).toEqual([
      [1, 'Three.'],
      [2, 'Four.'],
      [3, 'Five.'],
    ]);
    expect(quotes[0]).toMatchObject({
      documentId: 'mill',
      passageId: 'mill#0',
      title: 'Title of mill',
      published: '2024',
      headings: ['Part'],
    });
  });

  it('are of every part of a question in turn, and of the reader’s answer first of all', () => {
    const [answer] = ranked(FERRY, 2);
    const quotes = numberQuotes({
      ...nothing,
      answered: [{ ...(answer as ExplainedSentence), documentId: 'ferry', quote: 'Gamma.' }],
      ranked: [ranked(MILL, 6), ranked(FERRY, 0)],
    });
    expect(quotes.map(({ quote }) => quote)).toEqual([
      'Alpha.',
      'Beta.',
      'Gamma.',
      'Five.',
      'Six.',
    ]);
  });

  it('are no headings, nor stretches without end, nor orders, nor of passages nobody knows', () => {
    const long = candidate('long', `${'x'.repeat(2000)}.`, 'Short.');
    const quotes = numberQuotes({
      answered: [],
      candidates: [MILL, long],
      ranked: [[...ranked(MILL, 1), ...ranked(long, 1), ...ranked(FERRY, 0)]],
      givesOrders: (text) => text === 'Two.',
    });
    expect(quotes.map(({ quote }) => quote)).toEqual(['One.', 'Short.']);
  });

  it('are not many', () => {
    const all = candidate('all', ...Array.from({ length: 60 }, (_, place) => `Number ${place}.`));
    const places = Array.from({ length: 29 }, (_, place) => 2 * place + 1);
    const quotes = numberQuotes({
      ...nothing,
      candidates: [all],
      ranked: [ranked(all, ...places)],
    });
    expect(quotes).toHaveLength(14);
    expect(numberQuotes({ ...nothing, ranked: [] })).toEqual([]);
  });
});
