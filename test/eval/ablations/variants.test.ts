import { describe, expect, it } from 'vitest';
import { VARIANTS, type Variant } from '../../../eval/ablations/variants.js';
import type { Variation } from '../../../src/compose.js';
import { fakeTarget } from '../fake-target.js';

type Index = Parameters<NonNullable<Variation['searched']>>[0];
type Retriever = Parameters<NonNullable<Variation['retriever']>>[0];
type Reader = Parameters<NonNullable<Variation['reader']>>[0];
type Request = Parameters<Reader['read']>[0];
type Reading = Awaited<ReturnType<Reader['read']>>;

function variant(name: string): Variant {
  const found = VARIANTS.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no variant ${name}`);
  return found;
}

const index = {
  vectors: { search: async () => [{ id: 'by-meaning', score: 1 }] },
  lexical: {
    size: 7,
    documentFrequencies: async () => new Map([['tower', 3]]),
    search: async () => [{ id: 'by-words', score: 1 }],
  },
} as unknown as Index;

const vector = new Float32Array(1);

async function found(name: string) {
  const searched = variant(name).variation?.searched?.(index) as Index;
  const lists = [searched.vectors.search(vector, 9), searched.lexical.search(['tower'], 9)];
  return (await Promise.all(lists)).flat().map((one) => one.id);
}

const REFUSAL: Reading = {
  status: 'abstained',
  reason: 'no_evidence',
  message: '',
  confidence: 0.2,
  explanation: {
    sentences: [
      {
        passageId: 'tower#0',
        start: 0,
        end: 5,
        text: 'Tower',
        score: 1,
        probability: 1,
        features: [],
      },
      { passageId: 'gone#0', start: 0, end: 1, text: 'x', score: 1, probability: 0, features: [] },
    ],
  },
};

async function read(name: string, reading: Reading): Promise<Reading> {
  const reader: Reader = { name: 'fake', read: async () => reading };
  const request = {
    candidates: [{ passage: { id: 'tower#0', documentId: 'tower' } }],
    maxSentences: 3,
  } as unknown as Request;
  const changed = variant(name).variation?.reader?.(reader) as Reader;
  return changed.read(request);
}

describe('the variants', () => {
  it('have names of their own', () => {
    expect(new Set(VARIANTS.map((one) => one.name)).size).toBe(VARIANTS.length);
  });

  it('search by meaning alone, with the words still counted, or by words alone', async () => {
    expect(await found('dense')).toEqual(['by-meaning']);
    expect(await found('lexical')).toEqual(['by-words']);
    const searched: Index | undefined = variant('dense').variation?.searched?.(index);
    expect(searched?.lexical.size).toBe(7);
    expect(await searched?.lexical.documentFrequencies(['tower'])).toEqual(new Map([['tower', 3]]));
  });

  it('search by words without pairs of them', async () => {
    const searched = variant('lexical-pairs').variation?.searched?.(index) as Index;
    expect(await searched.lexical.search(['tower'], 9)).toHaveLength(1);
    expect(await searched.lexical.search(['high tower'], 9)).toEqual([]);
  });

  it('read four passages at most', async () => {
    const limits: number[] = [];
    const retriever: Retriever = {
      retrieve: async ({ limit }) => {
        limits.push(limit);
        return { candidates: [], queryVector: vector };
      },
    };
    const few = variant('four-passages').variation?.retriever?.(retriever);
    await few?.retrieve({ query: 'height?', limit: 16 });
    await few?.retrieve({ query: 'height?', limit: 2 });
    expect(limits).toEqual([4, 2]);
  });

  it('leave one part each to the engine to do without', () => {
    const parts = VARIANTS.flatMap(({ variation }) => variation?.without ?? []);
    expect(new Set(parts).size).toBe(parts.length);
    expect(parts).toEqual(
      expect.arrayContaining(['constraints', 'plainConflicts', 'questionParts', 'neighbours']),
    );
  });

  it('answer a refusal with what it thought best', async () => {
    expect(await read('no-refusal', REFUSAL)).toMatchObject({
      status: 'answered',
      confidence: 0.2,
      sentences: [{ text: 'Tower', quotes: [{ documentId: 'tower', start: 0, end: 5 }] }],
    });
  });

  it('leave a refusal that has nothing to say, or another reason', async () => {
    const { explanation: _, ...silent } = REFUSAL;
    expect(await read('no-refusal', silent)).toEqual(silent);
    const foreign: Reading = { ...REFUSAL, reason: 'unsupported_language' };
    expect(await read('no-refusal', foreign)).toEqual(foreign);
  });

  it('keep disagreements quiet', async () => {
    const answered: Reading = {
      status: 'answered',
      sentences: [],
      shortAnswer: null,
      confidence: 1,
      disagreement: { about: 'height', sides: [] },
    };
    expect(await read('no-disagreement', answered)).toEqual({ ...answered, disagreement: null });
    expect(await read('no-disagreement', REFUSAL)).toEqual(REFUSAL);
  });

  it('ask for one sentence, or without what was asked before', async () => {
    const asked: unknown[] = [];
    const target = fakeTarget({});
    const listening = {
      ...target,
      ask: (request: Parameters<typeof target.ask>[0]) => {
        asked.push(request);
        return target.ask(request);
      },
    };
    const history = [{ question: 'How high?', answer: '80 metres.' }];
    await variant('one-sentence').asked?.(listening).ask({ question: 'height?', history });
    await variant('no-history').asked?.(listening).ask({ question: 'height?', history });
    expect(asked).toEqual([
      { question: 'height?', history, maxSentences: 1 },
      { question: 'height?' },
    ]);
  });
});
