import type { LikelySpan, SentenceReading } from '../../domain/passage-reader.js';
import type { PlacedToken } from './token-sentences.js';

/** Numbers the model gives each token: what it adds to its sentence, and how well it starts and ends a short answer. */
export const TOKEN_NUMBERS = 3;

/** Short answers told of a sentence. */
export const SPANS = 5;
/** Tokens a short answer has at most. */
const LONGEST_SPAN = 30;
/** What stands for a sentence beyond the model's limit: it is as good as sure not to answer. */
const UNREAD: SentenceReading = { logOdds: -12, spans: [] };

/**
 * From numbers a token to readings a sentence: the log-odds are the mean over its tokens; a short
 * answer's probability is the product of those of its start and of its end, each a softmax over the sentence.
 * @param numbers Row-major [tokens, TOKEN_NUMBERS].
 */
export function sentenceReadings(
  numbers: Float32Array,
  placed: readonly (PlacedToken | null)[],
  count: number,
): SentenceReading[] {
  const tokens: number[][] = Array.from({ length: count }, () => []);
  for (const [token, place] of placed.entries())
    if (place !== null) tokens[place.sentence]?.push(token);
  return tokens.map((own) => (own.length === 0 ? UNREAD : readingOf(numbers, placed, own)));
}

function readingOf(
  numbers: Float32Array,
  placed: readonly (PlacedToken | null)[],
  own: readonly number[],
): SentenceReading {
  const column = (which: number) => own.map((token) => numbers[token * TOKEN_NUMBERS + which] ?? 0);
  const starts = shares(column(1));
  const ends = shares(column(2));
  const likely: LikelySpan[] = [];
  for (let from = 0; from < own.length; from += 1) {
    for (let to = from; to < Math.min(own.length, from + LONGEST_SPAN); to += 1) {
      const probability = (starts[from] ?? 0) * (ends[to] ?? 0);
      if (likely.length === SPANS && probability <= (likely.at(-1)?.probability ?? 0)) continue;
      const first = placed[own[from] ?? 0];
      const last = placed[own[to] ?? 0];
      if (!first || !last) continue;
      const place = likely.findIndex((other) => other.probability < probability);
      likely.splice(place === -1 ? likely.length : place, 0, {
        start: first.start,
        end: last.end,
        probability,
      });
      if (likely.length > SPANS) likely.pop();
    }
  }
  return {
    logOdds: column(0).reduce((sum, value) => sum + value, 0) / own.length,
    spans: likely,
  };
}

/** Softmax. */
function shares(values: readonly number[]): number[] {
  const highest = Math.max(...values);
  const masses = values.map((value) => Math.exp(value - highest));
  const total = masses.reduce((sum, mass) => sum + mass, 0);
  return masses.map((mass) => mass / total);
}
