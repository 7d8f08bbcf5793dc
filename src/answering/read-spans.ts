import { akin } from '../analysis/akin.js';
import type { AnalysedQuestion } from '../analysis/question.js';
import { terms } from '../analysis/terms.js';
import type { SentenceReading } from '../domain/passage-reader.js';
import type { Span } from '../domain/span.js';
import type { Mention } from './analysed-passage.js';

/** What a close reading adds to what a stretch is judged by, each 0 to 1. */
export const READ_SPAN_FEATURES = ['readAlike', 'readAround', 'onlyRead'] as const;
export type ReadSpanFeature = (typeof READ_SPAN_FEATURES)[number];

/** A stretch less likely than this to the model is not offered where nothing else offers it. */
const LEAST_PROBABILITY = 0.05;
/** What stands around an answer without being of it. */
const LEADING = /^(?:[^\p{L}\p{N}\p{Sc}]+|(?:the|an?)\s(?=\S))+/iu;
const TRAILING = /[^\p{L}\p{N}%)\]]+$/u;

/** The stretches a model takes for the answer, without the marks and articles around them; none that the question itself names. */
export function readMentions(
  question: AnalysedQuestion,
  text: string,
  reading: SentenceReading,
): Mention[] {
  const found = new Map<string, Mention>();
  for (const { start, end, probability } of reading.spans) {
    if (probability < LEAST_PROBABILITY) continue;
    const kept = trimmed(text, { start, end });
    const own = terms(kept.text);
    const isNamed = own.every((term) => question.terms.some((wanted) => akin(term, wanted)));
    const key = `${kept.start} ${kept.end}`;
    if (kept.text !== '' && !isNamed && !found.has(key)) found.set(key, { ...kept, terms: own });
  }
  return [...found.values()];
}

/** How far a model takes a stretch for the answer. */
export function describeRead(
  text: string,
  span: Span,
  reading: SentenceReading,
  onlyRead: boolean,
): Record<ReadSpanFeature, number> {
  const own = trimmed(text, span);
  let readAlike = 0;
  let readAround = 0;
  for (const { probability, ...likely } of reading.spans) {
    const other = trimmed(text, likely);
    const shared = Math.min(own.end, other.end) - Math.max(own.start, other.start);
    if (shared <= 0) continue;
    if (own.start === other.start && own.end === other.end) readAlike += probability;
    readAround += (probability * 2 * shared) / (own.end - own.start + other.end - other.start);
  }
  return { readAlike, readAround, onlyRead: onlyRead ? 1 : 0 };
}

function trimmed(text: string, { start, end }: Span): Span & { readonly text: string } {
  const whole = text.slice(start, end);
  const skipped = LEADING.exec(whole)?.[0].length ?? 0;
  const kept = whole.slice(skipped).replace(TRAILING, '');
  return { start: start + skipped, end: start + skipped + kept.length, text: kept };
}
