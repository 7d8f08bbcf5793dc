import { describe, expect, it } from 'vitest';
import { type Evaluation, evaluate } from '../../../eval/evaluate.js';
import { whatItShows } from '../../../eval/report/findings/what-it-shows.js';
import { verdictText } from '../../../eval/report/verdict-text.js';
import { fakeTarget, type Replies } from '../fake-target.js';
import { answerable, unanswerable } from '../tower-questions.js';

const HEIGHT = { quote: 'The tower is 80 metres high.', from: 'tower' };
const SIDES = [['80 metres'], ['82 metres']];

function judged(replies: Replies, questions: Parameters<typeof evaluate>[1]): Promise<Evaluation> {
  return evaluate(fakeTarget(replies), questions, { timeoutMs: 60_000 });
}

function sentences(evaluation: Evaluation): string[] {
  return whatItShows(evaluation).map(({ kind, text }) => `${kind}: ${text}`);
}

describe('what a run shows', () => {
  it('tells of disagreements kept quiet, and of one made up', async () => {
    const evaluation = await judged(
      { 'quiet?': HEIGHT, 'loud?': { ...HEIGHT, sides: ['80 metres', '90 metres'] } },
      [answerable('quiet', { sides: SIDES }), answerable('loud')],
    );
    const said = sentences(evaluation);
    expect(said).toContain(
      'fault: 1 of 1 disagreements among the documents was not shown with both sides.',
    );
    expect(said).toContain(
      'fault: 1 of 2 responses show a disagreement that is not known to be one.',
    );
  });

  it('tells of quotes that are moved, and of sentences that say more than their quotes', async () => {
    const evaluation = await judged({ 'moved?': { ...HEIGHT, shift: 2 } }, [answerable('moved')]);
    const said = sentences(evaluation);
    expect(said).toContain(
      'fault: 1 of 1 quotes stand in their document, but not where their citation says.',
    );
    expect(said).toContain(
      'fault: 1 of 1 sentences with figures or names say some that no proven quote of theirs holds.',
    );
  });

  it('tells of refusals that were not due', async () => {
    const evaluation = await judged({ 'height?': HEIGHT }, [
      answerable('height'),
      answerable('refused'),
      unanswerable('moon'),
    ]);
    expect(sentences(evaluation)).toContain(
      'fault: 1 of 2 answerable questions was refused, although the documents answer them.',
    );
  });

  it('tells of questions that got no answer in time, and leaves them out of what is right', async () => {
    const ids = ['a', 'b', 'c', 'd'];
    const target = fakeTarget(Object.fromEntries(ids.map((id) => [`${id}?`, HEIGHT])));
    const halfDeaf = {
      ...target,
      ask: (request: Parameters<typeof target.ask>[0]) =>
        /[ab]/.test(request.question) ? new Promise<never>(() => {}) : target.ask(request),
    };
    const questions = ids.map((id) => answerable(id));
    const evaluation = await evaluate(halfDeaf, questions, { timeoutMs: 300, concurrency: 4 });
    expect(sentences(evaluation)).toContain(
      'fault: 2 of 4 questions got no answer in time, and count in no figure.',
    );
    expect(evaluation.overall['right']).toMatchObject({ value: 1, count: 2 });
    expect(evaluation.overall['latencyP50']).toMatchObject({ count: 2 });
  });

  it('tells of answers that come late or are long', async () => {
    const evaluation = await judged({ 'height?': HEIGHT }, [answerable('height')]);
    const slow = evaluation.judged.map(({ outcome, score, ...one }) => ({
      ...one,
      outcome: { ...outcome, latencyMs: 4000 },
      score: score && { ...score, words: 400 },
    }));
    const said = sentences({ ...evaluation, judged: slow });
    expect(said).toContain(
      'caution: Slow: 1 of 1 responses took 2.0 s or longer; half of all took 4.0 s or less, one in twenty 4.0 s or more.',
    );
    expect(said.join()).toContain('Answers are long, half of them 400 words or more');
  });

  it('tells of confidences that are as high for wrong answers', async () => {
    const ids = [...'abcdefghijkl'];
    const evaluation = await judged(
      Object.fromEntries(
        ids.map((id, place) => [`${id}?`, { ...HEIGHT, confidence: 0.4 + place / 100 }]),
      ),
      ids.map((id, place) =>
        answerable(id, { answers: [place % 2 === 0 ? '80 metres' : '99 metres'] }),
      ),
    );
    expect(sentences(evaluation)).toContain(
      'caution: Right answers claim hardly more confidence than wrong ones.',
    );
  });

  it('cannot steer the terminal it is read in', () => {
    const text = 'It said \u001b[2J\u202e\nand more.';
    const finding = { kind: 'fault' as const, text, questions: ['a', 'b', 'c', 'd', 'e', 'f'] };
    expect(verdictText({ headline: 'Nothing.', findings: [finding] })).toBe(
      'What this run shows\n  Nothing.\n  ✗ It said [2J and more. (a, b, c, d, e, …)',
    );
  });
});
