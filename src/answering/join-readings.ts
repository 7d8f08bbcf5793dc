import type { ProposedQuote, ProposedSentence, Reading } from '../domain/reader.js';

type Answered = Extract<Reading, { status: 'answered' }>;

/**
 * One reading from those of the parts of a question, in order: the sentences of all parts, each sentence once, at most
 * `limit`. It is as likely right as all of its parts together; a part without an answer halves that. It is an abstention
 * only where every part is one. Several short answers are none: a short answer is one stretch of one source.
 */
export function joinReadings(readings: readonly Reading[], limit: number): Reading {
  const [first] = readings;
  if (first === undefined) throw new RangeError('Joining needs at least one reading; none came.');
  const answered = readings.filter((one): one is Answered => one.status === 'answered');
  const [only] = answered;
  if (readings.length === 1 || only === undefined) return first;
  return {
    status: 'answered',
    sentences: withoutRepeats(answered.flatMap(({ sentences }) => sentences)).slice(0, limit),
    shortAnswer: answered.length === 1 ? only.shortAnswer : null,
    confidence: answered.reduce(
      (product, { confidence }) => product * confidence,
      0.5 ** (readings.length - answered.length),
    ),
    disagreement: answered.find(({ disagreement }) => disagreement !== null)?.disagreement ?? null,
  };
}

/** How many sentences each of the parts may take, the earlier ones more; at least one. */
export function sentencesOfParts(parts: number, limit: number): number[] {
  return Array.from({ length: parts }, (_, which) =>
    Math.max(1, Math.floor((limit - which + parts - 1) / parts)),
  );
}

function withoutRepeats(sentences: readonly ProposedSentence[]): ProposedSentence[] {
  const seen = new Set<string>();
  return sentences.filter(({ text, quotes }) => {
    const key = JSON.stringify([text, quotes.map(placeOf)]);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

function placeOf({ documentId, start, end }: ProposedQuote): [string, number, number] {
  return [documentId, start, end];
}
