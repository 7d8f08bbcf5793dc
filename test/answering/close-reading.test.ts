import { describe, expect, it } from 'vitest';
import { analyseQuestion } from '../../src/analysis/question.js';
import { CLOSE_FEATURES } from '../../src/answering/close-reading.js';
import { judgeSentences } from '../../src/answering/judge-sentences.js';
import { describeSentences } from '../../src/answering/sentence-features.js';
import type { PassageReader } from '../../src/domain/passage-reader.js';
import { candidatesOf, direction, passageOf } from './passages.js';

/** A reader that holds the sentences with a word for the answer, and all others for none. */
function readerFor(word: string): PassageReader & { readonly seen: string[] } {
  const seen: string[] = [];
  return {
    fingerprint: 'test',
    languages: ['en'],
    seen,
    async read(_question, passages, { signal } = {}) {
      signal?.throwIfAborted();
      return passages.map(({ sentences }) => {
        seen.push(...sentences);
        return sentences.map((text) => ({
          logOdds: text.includes(word) ? 5 : -6,
          spans: text.includes(word) ? [{ start: 0, end: 3, probability: 0.5 }] : [],
        }));
      });
    },
  };
}

const PASSAGES = [
  passageOf('mill', ['The mill opened in 1951.', 'Klara Voss drew the plans.'], [0.2, 0.6]),
  passageOf('ferry', ['The ferry runs at noon.', 'It carries mail.'], [0.9, 1.2]),
];

async function judged(question: string, passageReader: PassageReader | null, signal?: AbortSignal) {
  const analysed = analyseQuestion(question);
  const judgement = await judgeSentences({
    question: analysed,
    candidates: describeSentences(analysed, direction(0), candidatesOf(...PASSAGES), () => 1),
    weight: () => 1,
    isKnown: () => true,
    passageReader,
    signal,
  });
  if (judgement === null) throw new Error('nothing was judged');
  return judgement;
}

const textOf = ({ ranked }: Awaited<ReturnType<typeof judged>>) =>
  ranked.map(({ candidate }) => candidate.analysed.sentence.text);

describe('judging sentences', () => {
  it('goes by words and vectors where there is no reader', async () => {
    const judgement = await judged('When did the mill open?', null);
    expect(textOf(judgement)[0]).toBe('The mill opened in 1951.');
  });

  it('puts first what a reader takes for the answer, and is the surer for it', async () => {
    const question = 'Who designed it?';
    const without = await judged(question, readerFor('nothing there'));
    const judgement = await judged(question, readerFor('Klara'));
    expect(textOf(judgement)[0]).toBe('Klara Voss drew the plans.');
    expect(judgement.confidence).toBeGreaterThan(without.confidence);
  });

  it('has every sentence of the passages read and tells what was made of each', async () => {
    const reader = readerFor('Klara');
    const judgement = await judged('Who designed it?', reader);
    expect(reader.seen.toSorted()).toEqual(textOf(judgement).toSorted());
    const [best] = judgement.ranked;
    expect(best && judgement.readingOf(best.candidate)).toMatchObject({ logOdds: 5 });
    expect(judgement.features).toEqual(CLOSE_FEATURES);
    expect(judgement.weights).toHaveLength(CLOSE_FEATURES.length);
  });

  it('puts a sentence about another year behind one that fits', async () => {
    const analysed = analyseQuestion('How many ships called at Bergen in 1987?');
    const passage = passageOf(
      'port',
      ['In 1991, 380 ships called at Bergen.', 'In 1987, 412 ships called at Bergen.'],
      [0, 0.5],
    );
    const judgement = await judgeSentences({
      question: analysed,
      candidates: describeSentences(analysed, direction(0), candidatesOf(passage), () => 1),
      weight: () => 1,
      isKnown: () => true,
      passageReader: readerFor('1991'),
    });
    expect(judgement?.ranked[0]?.candidate.analysed.sentence.text).toContain('1987');
  });

  it('ends when it is told to', async () => {
    await expect(
      judged('Who designed it?', readerFor('Klara'), AbortSignal.abort()),
    ).rejects.toThrow();
  });

  it('says so where there is nothing to judge', async () => {
    const question = analyseQuestion('Who designed it?');
    const options = { question, candidates: [], weight: () => 1, isKnown: () => true };
    expect(await judgeSentences({ ...options, passageReader: null })).toBeNull();
  });
});
