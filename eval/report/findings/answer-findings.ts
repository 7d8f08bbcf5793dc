import { normaliseAnswer } from '../../metrics/normalise.js';
import { percentile } from '../../metrics/percentile.js';
import { countOf, duration, type Finding, were } from './finding.js';
import { idsOf, type Scored } from './scored.js';

/** Words beyond which an accepted answer may stand in a text by its length alone. */
const LONG_WORDS = 120;
/** Milliseconds beyond which people notice that they wait; ten times what a page may take (Nielsen 1993 has 1 s for the flow of thought). */
const SLOW_MS = 2000;
/** Answers below which sameness and speed tell nothing. */
const LEAST_ANSWERS = 3;

/** What is wrong with answers as such: their content, their sameness, their length, their speed, the sides they show. */
export function answerFindings(all: readonly Scored[]): Finding[] {
  const given = all.filter(({ score }) => !score.abstained);
  const answered = given.filter(({ score }) => score.question.answerable);
  const wrong = answered.filter(({ score }) => !score.right);
  return [
    ...(wrong.length === 0
      ? []
      : [
          {
            kind: 'fault' as const,
            text: `${countOf(wrong.length, answered.length, 'answers to answerable questions')} are wrong.`,
            questions: idsOf(wrong),
          },
        ]),
    ...sameness(given),
    ...length(given),
    ...sides(all),
    ...speed(all),
  ];
}

function sameness(given: readonly Scored[]): Finding[] {
  const groups = new Map<string, Scored[]>();
  for (const one of given) {
    const text = normaliseAnswer(one.outcome.response.answer?.text ?? '');
    groups.set(text, [...(groups.get(text) ?? []), one]);
  }
  const largest = [...groups.values()].sort((a, b) => b.length - a.length)[0] ?? [];
  if (largest.length < LEAST_ANSWERS || largest.length * 4 < given.length) return [];
  return [
    {
      kind: 'fault',
      text: `One and the same answer was given to ${countOf(largest.length, given.length, 'questions that were answered')}.`,
      questions: idsOf(largest),
    },
  ];
}

function length(given: readonly Scored[]): Finding[] {
  const median = percentile(
    given.flatMap(({ score }) => score.words ?? []),
    50,
  );
  if (median === null || median <= LONG_WORDS) return [];
  return [
    {
      kind: 'caution',
      text: `Answers are long, half of them ${median} words or more: the accepted answer may stand in them by their length alone.`,
      questions: [],
    },
  ];
}

function sides(all: readonly Scored[]): Finding[] {
  const judged = all.filter(({ score }) => score.disagreementRight !== null);
  const due = judged.filter(({ score }) => score.question.answerable && score.question.sides);
  const hidden = due.filter(({ score }) => score.disagreementRight === false);
  const invented = judged.filter((one) => !due.includes(one) && !one.score.disagreementRight);
  const fault = (of: readonly Scored[], text: string): Finding[] =>
    of.length === 0 ? [] : [{ kind: 'fault', text, questions: idsOf(of) }];
  return [
    ...fault(
      hidden,
      `${countOf(hidden.length, due.length, 'disagreements among the documents')} ${were(hidden.length)} not shown with both sides.`,
    ),
    ...fault(
      invented,
      `${countOf(invented.length, all.length, 'responses')} show a disagreement that is not known to be one.`,
    ),
  ];
}

function speed(all: readonly Scored[]): Finding[] {
  const times = all.map(({ outcome }) => outcome.latencyMs);
  const late = percentile(times, 95);
  const middle = percentile(times, 50);
  if (late === null || middle === null || late < SLOW_MS) return [];
  const slow = all.filter(({ outcome }) => outcome.latencyMs >= SLOW_MS);
  return [
    {
      kind: 'caution',
      text: `Slow: ${countOf(slow.length, all.length, 'responses')} took ${duration(SLOW_MS)} or longer; half of all took ${duration(middle)} or less, one in twenty ${duration(late)} or more.`,
      questions: [],
    },
  ];
}
