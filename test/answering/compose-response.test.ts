import { describe, expect, it } from 'vitest';
import { composeResponse } from '../../src/answering/compose-response.js';
import type { SentenceEvent } from '../../src/contract/ask-event.js';
import type { SourceDocument } from '../../src/domain/document.js';
import type { ProposedQuote, Reading } from '../../src/domain/reader.js';
import type { PassageStore } from '../../src/domain/search-index.js';
import { passageOf } from './passages.js';

const TEXT = 'The mill turns. It grinds wheat.';
const document: SourceDocument = { ...passageOf('mill', [TEXT]).document, text: TEXT, blocks: [] };
const store: PassageStore = {
  documents: async () => [document],
  document: async (id) => (id === 'mill' ? document : undefined),
  passages: async () => [],
};

const quote = (over: Partial<ProposedQuote> = {}): ProposedQuote => ({
  documentId: 'mill',
  passageId: 'mill#0',
  start: 0,
  end: 15,
  quote: 'The mill turns.',
  ...over,
});

const reading = (
  sentences: readonly ProposedQuote[][],
  sides?: readonly ProposedQuote[],
): Reading => ({
  status: 'answered',
  sentences: sentences.map((quotes, which) => ({ text: `Sentence ${which + 1}.`, quotes })),
  shortAnswer: 'turns',
  confidence: 0.87654,
  disagreement:
    sides === undefined
      ? null
      : { about: 'what it does', sides: sides.map((one) => ({ value: one.quote, quotes: [one] })) },
});

describe('composeResponse', () => {
  it('numbers each distinct quote once, in order of use', async () => {
    const second = quote({ start: 16, end: 32, quote: 'It grinds wheat.' });
    const { status, answer, citations } = await composeResponse(
      reading([[quote()], [second, quote()]]),
      { store, nearest: [] },
    );
    expect(status).toBe('answered');
    expect(answer?.sentences.map(({ citations: numbers }) => numbers)).toEqual([[1], [1, 2]]);
    expect(citations.map(({ number, quote: own }) => [number, own])).toEqual([
      [1, 'The mill turns.'],
      [2, 'It grinds wheat.'],
    ]);
    expect(citations[0]?.href).toMatch(
      /^\/documents\/mill\?start=0&end=15&version=\w+&digest=[0-9a-f]{16}#quote$/,
    );
    expect(answer?.confidence).toBe(0.877);
  });

  it('says on which pages of its source a quote stands', async () => {
    const paged: PassageStore = {
      ...store,
      document: async () => ({ ...document, pageStarts: [0, 16, 22] }),
    };
    const second = quote({ start: 16, end: 32, quote: 'It grinds wheat.' });
    const { citations } = await composeResponse(reading([[quote(), second]]), {
      store: paged,
      nearest: [],
    });
    expect(citations.map(({ page, pageEnd }) => [page, pageEnd])).toEqual([
      [1, undefined],
      [2, 3],
    ]);
  });

  it.each([
    ['altered', { quote: 'The mill burns.' }],
    ['shifted', { start: 1, end: 16 }],
    ['of an unknown document', { documentId: 'bridge' }],
    ['empty', { start: 3, end: 3, quote: '' }],
    ['beyond the end', { start: 16, end: 99, quote: 'It grinds wheat.' }],
    ['before the start', { start: -15, end: 15 }],
  ])('drops a sentence whose quote is %s', async (_, over) => {
    const { answer, citations } = await composeResponse(reading([[quote()], [quote(over)]]), {
      store,
      nearest: [],
    });
    expect(answer?.sentences.map(({ text }) => text)).toEqual(['Sentence 1.']);
    expect(citations).toHaveLength(1);
  });

  it('abstains, with the nearest passages, where no quote stands', async () => {
    const nearest = [
      {
        passageId: 'mill#0',
        documentId: 'mill',
        title: '',
        headings: [],
        text: 'x',
        start: 0,
        end: 1,
        href: '/',
      },
    ];
    const outcome = await composeResponse(reading([[quote({ quote: 'No.' })]]), {
      store,
      nearest,
    });
    expect(outcome).toMatchObject({
      status: 'abstained',
      answer: null,
      citations: [],
      abstention: { reason: 'no_evidence', nearest },
    });
  });

  it('shows a disagreement only with at least two verified sides', async () => {
    const other = quote({ start: 16, end: 32, quote: 'It grinds wheat.' });
    const both = await composeResponse(reading([[quote()]], [quote(), other]), {
      store,
      nearest: [],
    });
    expect(both.disagreement?.sides).toHaveLength(2);
    const one = await composeResponse(reading([[quote()]], [quote(), { ...other, quote: 'No.' }]), {
      store,
      nearest: [],
    });
    expect(one.disagreement).toBeNull();
  });

  it('tells each verified sentence with the citations that are new in it', async () => {
    const second = quote({ start: 16, end: 32, quote: 'It grinds wheat.' });
    const told: SentenceEvent[] = [];
    const outcome = await composeResponse(
      reading([[quote()], [quote({ quote: 'No.' })], [quote(), second], [second]]),
      { store, nearest: [], onSentence: (event) => told.push(event) },
    );
    expect(told.map(({ sentence }) => sentence)).toEqual(outcome.answer?.sentences);
    expect(told.flatMap(({ citations }) => citations)).toEqual(outcome.citations);
    expect(told.map(({ citations }) => citations.map(({ number }) => number))).toEqual([
      [1],
      [2],
      [],
    ]);
  });

  it('tells no sentence where it abstains', async () => {
    const told: SentenceEvent[] = [];
    const { status } = await composeResponse(reading([[quote({ quote: 'No.' })]]), {
      store,
      nearest: [],
      onSentence: (event) => told.push(event),
    });
    expect([status, told]).toEqual(['abstained', []]);
  });
});
