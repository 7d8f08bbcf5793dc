import { findNames } from '../analysis/names.js';
import { findPlaces } from '../analysis/places.js';
import type { AnalysedQuestion } from '../analysis/question.js';
import { terms } from '../analysis/terms.js';
import type { RankedSentence } from './sentence-ranker.js';

/** A sentence on the other name is given when it is at least this likely to answer, as a share of the best one's probability. */
const LEAST_SHARE = 0.002;

/**
 * For "Where do Ann Bell and Carl Dorn work?", where the best sentence speaks of one of the two alone: the likeliest sentence that
 * names the other. Places are left out: what is asked of two countries is mostly asked of both together.
 */
export function otherNamed(
  question: AnalysedQuestion,
  ranked: readonly RankedSentence[],
): RankedSentence[] {
  const [best] = ranked;
  if (best === undefined) return [];
  return pairsIn(question.text).flatMap((pair) => {
    const missing = pair.filter((name) => !holds(best, name));
    const [other] = missing;
    if (missing.length !== 1 || other === undefined) return [];
    const found = ranked.find((one) => holds(one, other));
    return found === undefined || found.probability < best.probability * LEAST_SHARE ? [] : [found];
  });
}

/** The names of each "A and B" of a text, as their terms. */
function pairsIn(text: string): (readonly string[])[][] {
  return findNames(text).flatMap((name) => {
    const parts = name.text.split(/\sand\s(?:the\s)?/u);
    const arePlaces = parts.some((part) => findPlaces(part).some((place) => place.text === part));
    return parts.length !== 2 || arePlaces ? [] : [parts.map((part) => terms(part))];
  });
}

function holds({ candidate }: RankedSentence, name: readonly string[]): boolean {
  return name.length > 0 && name.every((term) => candidate.analysed.termSet.has(term));
}
