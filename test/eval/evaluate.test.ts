import { describe, expect, it } from 'vitest';
import { evaluate } from '../../eval/evaluate.js';
import { failuresText } from '../../eval/report/failures-text.js';
import { summaryText } from '../../eval/report/summary-text.js';
import { fakeTarget, type Replies } from './fake-target.js';
import { answerable, unanswerable } from './tower-questions.js';

const HEIGHT = { quote: 'The tower is 80 metres high.', from: 'tower' };
const YEAR = { quote: 'It was built in 1931.', from: 'tower' };
const OTHER = { quote: 'Guides say that the tower is 82 metres high.', from: 'guide' };

const timeoutMs = 1000;

async function stagesOf(
  questions: Parameters<typeof evaluate>[1],
  replies: Replies,
  hidden = [''],
) {
  const { judged } = await evaluate(fakeTarget(replies, hidden), questions, { timeoutMs });
  return Object.fromEntries(judged.map((one) => [one.outcome.question.id, one.stage]));
}

describe('evaluate', () => {
  it('counts right answers and right refusals', async () => {
    const { overall, errors } = await evaluate(
      fakeTarget({ 'height?': HEIGHT, 'wrong?': YEAR, 'flattered?': HEIGHT }),
      [
        answerable('height'),
        answerable('wrong'),
        answerable('refused'),
        unanswerable('moon'),
        unanswerable('flattered'),
      ],
      { timeoutMs },
    );
    const values = Object.fromEntries(
      Object.entries(overall).map(([name, { value, count }]) => [name, [value, count]]),
    );
    expect(errors).toBe(0);
    expect(values).toMatchObject({
      right: [2 / 5, 5],
      answerCorrect: [1 / 3, 3],
      answeredCorrect: [1 / 2, 2],
      answersRight: [1 / 3, 3],
      evidenceRecall: [1 / 2, 2],
      documentPrecision: [1, 2],
      verbatim: [1, 3],
      grounded: [1, 3],
      abstentionPrecision: [1 / 2, 2],
      abstentionRecall: [1 / 2, 2],
      falseAbstention: [1 / 3, 3],
      shortExact: [null, 0],
    });
  });

  it('counts a failed request as an error and in no figure', async () => {
    const { overall, errors, judged } = await evaluate(
      fakeTarget({ 'height?': HEIGHT, 'broken?': new Error('socket hang up') }),
      [answerable('height'), answerable('broken')],
      { timeoutMs },
    );
    expect(errors).toBe(1);
    expect(overall['right']).toMatchObject({ value: 1, count: 1 });
    expect(judged[1]).toMatchObject({ stage: 'failed', score: null });
  });

  it('sees through a quote that is not where its citation says', async () => {
    const { overall } = await evaluate(
      fakeTarget({ 'height?': { ...HEIGHT, shift: 1 } }),
      [answerable('height')],
      { timeoutMs },
    );
    expect(overall['verbatim']?.value).toBe(0);
    expect(overall['grounded']?.value).toBe(0);
    expect(overall['answerCorrect']?.value).toBe(1);
  });

  it('is the same on a second run, besides latency', async () => {
    const run = async () => {
      const { overall, categories } = await evaluate(
        fakeTarget({ 'a?': HEIGHT, 'b?': { ...YEAR, confidence: 0.4 } }),
        [answerable('a'), answerable('b'), answerable('c'), unanswerable('d')],
        { timeoutMs },
      );
      return { ...overall, latencyP50: null, latencyP95: null, latencyP99: null, categories };
    };
    expect(await run()).toEqual(await run());
  });

  it('refuses documents that the questions were not written on', async () => {
    const question = answerable('height', {
      evidence: [{ documentId: 'tower', quote: 'The tower is 81 metres high.' }],
    });
    await expect(evaluate(fakeTarget({}), [question], { timeoutMs })).rejects.toMatchObject({
      code: 'corpus_invalid',
    });
  });
});

describe('the diagnosis', () => {
  it('names the stage that went wrong', async () => {
    const sides = [['80 metres'], ['82 metres']];
    const stages = await stagesOf(
      [
        answerable('fine'),
        answerable('refused'),
        answerable('elsewhere'),
        answerable('beside', { answers: ['84 metres'] }),
        answerable('other-source', { answers: ['82 metres'] }),
        answerable('one-sided', { sides }),
        answerable('both-sides', { sides }),
        unanswerable('flattered'),
      ],
      {
        'fine?': HEIGHT,
        'elsewhere?': YEAR,
        'beside?': HEIGHT,
        'other-source?': OTHER,
        'one-sided?': HEIGHT,
        'both-sides?': { ...HEIGHT, sides: ['80 metres', '82 metres'] },
        'flattered?': HEIGHT,
      },
    );
    expect(stages).toEqual({
      fine: null,
      refused: 'refused',
      elsewhere: 'not-chosen',
      beside: 'wrong-span',
      'other-source': 'other-source',
      'one-sided': 'one-sided',
      'both-sides': null,
      flattered: 'answered-unanswerable',
    });
  });

  it('says so where the evidence was not retrieved', async () => {
    expect(await stagesOf([answerable('height')], {}, ['tower'])).toEqual({
      height: 'not-retrieved',
    });
  });
});

describe('the report', () => {
  it('shows figures with counts, and each failure with what was expected and what came', async () => {
    const evaluation = await evaluate(
      fakeTarget({ 'height?': YEAR, 'flattered?': HEIGHT }),
      [answerable('height'), unanswerable('flattered')],
      { timeoutMs },
    );
    expect(failuresText(evaluation)).toContain(
      [
        'height [numeric] not-chosen',
        '  question  height?',
        '  expected  80 metres (tower)',
        '  got       It was built in 1931. (confidence 0.90; tower)',
      ].join('\n'),
    );
    expect(failuresText(evaluation)).toContain('expected  an abstention');
    expect(summaryText(evaluation)).toMatch(
      /answer correct, of answerable +0\.0 +% +\[0\.0, 0\.0\] +1/,
    );
    expect(summaryText(evaluation)).toMatch(/off-topic +1 +0\.0/);
    expect(summaryText(evaluation)).toMatch(/short answer exact +– +% +0/);
  });
});
