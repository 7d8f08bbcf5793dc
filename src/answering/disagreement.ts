import type { Quantity } from '../analysis/quantities.js';
import type { AnalysedQuestion } from '../analysis/question.js';
import type { ProposedDisagreement } from '../domain/reader.js';
import type { AnalysedSentence } from './analysed-passage.js';
import { dot } from './dot.js';
import { quoteOf } from './quote.js';
import type { RankedSentence } from './sentence-ranker.js';
import { shortAnswer } from './short-answer.js';

/** Cosine above which two sentences are taken to speak of the same thing. */
const SAME_THING = 0.6;
/** Sentences this far below the best one's score are not weighed against it. */
const WEAKER_BY = 3;
/** Sentences looked at. */
const DEPTH = 12;

/** Two sides with one sentence each. */
export interface Disagreement {
  readonly proposed: ProposedDisagreement;
  readonly sentences: readonly RankedSentence[];
}

/**
 * Sentences of different documents that answer one question about a figure with different figures of
 * the same kind and unit. Null unless the best sentence offers such a figure and another document
 * contradicts it in a sentence about the same thing, for the same year where both name one.
 */
export function findDisagreement(
  question: AnalysedQuestion,
  ranked: readonly RankedSentence[],
): Disagreement | null {
  const [best] = ranked;
  const own = best === undefined ? null : figure(question, best.candidate.analysed);
  if (best === undefined || own === null || own.value === null) return null;
  const sides = [{ sentence: best, quantity: own }];
  for (const other of ranked.slice(1, DEPTH)) {
    if (best.score - other.score > WEAKER_BY) break;
    const documentId = other.candidate.passage.passage.documentId;
    if (sides.some(({ sentence }) => sentence.candidate.passage.passage.documentId === documentId))
      continue;
    const quantity = figure(question, other.candidate.analysed);
    if (quantity === null || quantity.value === null) continue;
    if (!comparable(own, quantity)) continue;
    if (sides.some((side) => side.quantity.value === quantity.value)) continue;
    if (!sameThing(best.candidate.analysed, own, other.candidate.analysed, quantity)) continue;
    sides.push({ sentence: other, quantity });
  }
  if (sides.length < 2) return null;
  const rounded = sides.every(({ quantity }) => agreesWhenRounded(own, quantity));
  return {
    proposed: {
      about: rounded
        ? 'The sources give this figure with different precision; rounded, they agree.'
        : 'The sources give different figures.',
      sides: sides.map(({ sentence, quantity }) => ({
        value: quantity.text,
        quotes: [quoteOf(sentence.candidate)],
      })),
    },
    sentences: sides.map(({ sentence }) => sentence),
  };
}

/** Figures of one kind and unit; a large bare figure ("70 billion") may be an amount whose currency was said before. */
function comparable(a: Quantity, b: Quantity): boolean {
  if (a.kind === b.kind && a.unit === b.unit) return true;
  const [money, bare] = a.kind === 'money' ? [a, b] : [b, a];
  return (
    money.kind === 'money' && bare.kind === 'count' && bare.unit === '' && (bare.value ?? 0) >= 1e6
  );
}

/** Whether two figures are the same once the more precise is written with the digits of the other. */
export function agreesWhenRounded(a: Quantity, b: Quantity): boolean {
  if (a.value === null || b.value === null) return false;
  const step = Math.max(stepOf(a), stepOf(b));
  return Math.abs(a.value - b.value) <= step / 2 + step * 1e-9;
}

/** The worth of the last digit written: 0.1 for "31.6 %", 1e8 for "$77.2 billion". */
function stepOf({ value, decimals, text }: Quantity): number {
  const digits = Number(/\d+(?:,\d{3})*(?:\.\d+)?/.exec(text)?.[0].replace(/,/g, '') ?? 0);
  const scale = digits === 0 || value === null ? 1 : value / digits;
  return scale * 10 ** -decimals;
}

function figure(question: AnalysedQuestion, sentence: AnalysedSentence): Quantity | null {
  const offer = shortAnswer(question, sentence);
  if (offer === null) return null;
  const found = sentence.quantities.find(
    ({ start, end }) => start === offer.start && end === offer.end,
  );
  return found === undefined || found.kind === 'date' || found.kind === 'duration' ? null : found;
}

function sameThing(
  a: AnalysedSentence,
  ofA: Quantity,
  b: AnalysedSentence,
  ofB: Quantity,
): boolean {
  const years = [yearBeside(a, ofA), yearBeside(b, ofB)];
  if (years[0] !== null && years[1] !== null && years[0] !== years[1]) return false;
  return dot(a.sentence.vector, b.sentence.vector) >= SAME_THING;
}

function yearBeside(sentence: AnalysedSentence, quantity: Quantity): number | null {
  const after = sentence.quantities.find(
    ({ kind, value, start }) =>
      kind === 'date' && value !== null && start >= quantity.end && start - quantity.end <= 12,
  );
  if (after !== undefined) return after.value;
  return sentence.years.size === 1 ? Number([...sentence.years][0]) : null;
}
