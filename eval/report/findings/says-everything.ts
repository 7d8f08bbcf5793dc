import { normaliseAnswer } from '../../metrics/normalise.js';
import { percentile } from '../../metrics/percentile.js';
import type { Finding } from './finding.js';
import type { Scored } from './scored.js';

/** Answers to other questions that an answer holds, from which on it may hold its own by chance. */
const MANY = 3;
/** The share of all other questions on the same documents. */
const MOST = 0.5;

/** What an answer holds of the answers to other questions. */
interface Held {
  readonly count: number;
  /** Of those there are on the same documents. */
  readonly share: number;
}

/** Whether answers hold what is asked elsewhere as well: whoever gives whole passages is right without having understood a question. */
export function saysEverything(all: readonly Scored[]): Finding[] {
  const known = all.flatMap(({ id, score: { question } }) =>
    question.answerable
      ? [
          {
            id,
            documents: new Set(question.evidence.map(({ documentId }) => documentId)),
            answers: question.answers.map((answer) => ` ${normaliseAnswer(answer)} `),
          },
        ]
      : [],
  );
  const held = all.flatMap(({ id, outcome }): Held[] => {
    const text = outcome.response.answer?.text;
    const own = known.find((one) => one.id === id);
    if (text === undefined || own === undefined) return [];
    const within = ` ${normaliseAnswer(text)} `;
    const others = known.filter(
      ({ documents, answers }) =>
        [...documents].some((document) => own.documents.has(document)) &&
        !answers.some((answer) => own.answers.includes(answer)),
    );
    const count = others.filter(({ answers }) =>
      answers.some((one) => within.includes(one)),
    ).length;
    return [{ count, share: others.length === 0 ? 0 : count / others.length }];
  });
  const middle = (of: (one: Held) => number) => percentile(held.map(of), 50) ?? 0;
  if (middle(({ count }) => count) < MANY || middle(({ share }) => share) < MOST) return [];
  return [
    {
      kind: 'caution',
      text: `Answers say everything: half of them hold the answers to ${middle(({ count }) => count)} or more other questions. That the right words stand in them proves little.`,
      questions: [],
    },
  ];
}
