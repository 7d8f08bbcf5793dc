import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { evidenceProblems } from '../../eval/dataset/check-evidence.js';
import { DATASETS_DIR, loadDataset } from '../../eval/dataset/load-dataset.js';
import { answerCorrect } from '../../eval/metrics/answer-correct.js';
import { loadCorpus } from '../../src/ingest/load-corpus.js';

const SHIPPED_CORPUS = join(import.meta.dirname, '../../corpus');

async function textsOf(corpusDir: string): Promise<ReadonlyMap<string, string>> {
  const { documents } = await loadCorpus({ corpusDir, onProblem: 'stop' });
  return new Map(documents.map((one) => [one.id, one.text]));
}

describe.each(readdirSync(DATASETS_DIR))('the dataset %s', (name) => {
  it('quotes its documents word for word', async () => {
    const { questions, corpusDir } = await loadDataset(name);
    const texts = await textsOf(corpusDir ?? SHIPPED_CORPUS);
    expect(evidenceProblems(questions, texts)).toEqual([]);
  });

  it('asks about every document, in both splits', async () => {
    const { questions, corpusDir } = await loadDataset(name);
    const ids = [...(await textsOf(corpusDir ?? SHIPPED_CORPUS)).keys()].sort();
    for (const split of ['dev', 'test'])
      expect(
        [
          ...new Set(
            questions
              .filter((one) => one.split === split)
              .flatMap((one) => (one.answerable ? one.evidence : []))
              .map((one) => one.documentId),
          ),
        ].sort(),
      ).toEqual(ids);
  });

  it('accepts its own evidence as an answer', async () => {
    const { questions } = await loadDataset(name);
    const unprovable = questions.filter(
      (one) =>
        one.answerable &&
        answerCorrect(one.evidence.map(({ quote }) => quote).join(' … '), one) === 0,
    );
    expect(unprovable.map((one) => one.id)).toEqual([]);
  });

  it('holds a quarter to three fifths of unanswerable questions', async () => {
    const { questions } = await loadDataset(name);
    const share = questions.filter((one) => !one.answerable).length / questions.length;
    expect(share).toBeGreaterThanOrEqual(0.25);
    expect(share).toBeLessThanOrEqual(0.6);
  });

  it('asks no question twice', async () => {
    const { questions } = await loadDataset(name);
    const asked = questions.map((one) => JSON.stringify([one.question.toLowerCase(), one.history]));
    expect(new Set(asked).size).toBe(asked.length);
  });
});

describe('loadDataset', () => {
  it('names the datasets there are where one is not', async () => {
    await expect(loadDataset('atlantis')).rejects.toMatchObject({
      code: 'not_found',
      message: expect.stringContaining('kessel, korea-japan, saltmere'),
    });
  });
});
