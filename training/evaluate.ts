import type { RankedSentence } from '../src/answering/sentence-ranker.js';
import { rankSentences } from '../src/answering/sentence-ranker.js';
import type { Collected } from './collect.js';

/** Shares of answerable questions, 0 to 1. */
export interface RankingFigures {
  readonly questions: number;
  readonly sentenceFirst: number;
  readonly sentenceInThree: number;
  readonly passageFirst: number;
  readonly passageInFive: number;
  readonly passageRead: number;
}

/** How often the ranker puts a right sentence first and among the first three, beside what retrieval allows. */
export function rankingFigures(
  collected: readonly Collected[],
  weights: ArrayLike<number>,
): RankingFigures {
  const answerable = collected.filter(({ labelled }) => labelled.answers.length > 0);
  const share = (holds: (one: Collected) => boolean) =>
    answerable.filter(holds).length / answerable.length;
  const places = new Map(
    answerable.map((one) => [one, rightPlace(one, rankSentences(one.candidates, weights))]),
  );
  return {
    questions: answerable.length,
    sentenceFirst: share((one) => (places.get(one) ?? Infinity) < 1),
    sentenceInThree: share((one) => (places.get(one) ?? Infinity) < 3),
    passageFirst: share(({ passageRank }) => passageRank === 1),
    passageInFive: share(({ passageRank }) => passageRank !== null && passageRank <= 5),
    passageRead: share(({ passageRank }) => passageRank !== null),
  };
}

/** Position, from 0, of the first right sentence; Infinity where there is none. */
function rightPlace({ candidates, right }: Collected, ranked: readonly RankedSentence[]): number {
  const good = new Set(candidates.filter((_, which) => right[which]));
  const place = ranked.findIndex(({ candidate }) => good.has(candidate));
  return place === -1 ? Infinity : place;
}

/** Area under the ROC curve: the chance that a right example gets a higher value than a wrong one, ties counting half (Mann and Whitney 1947). */
export function areaUnderCurve(values: readonly number[], right: readonly boolean[]): number {
  const order = values
    .map((value, which) => ({ value, right: right[which] ?? false }))
    .sort((a, b) => a.value - b.value);
  let rankSum = 0;
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to < order.length && order[to]?.value === order[from]?.value) to++;
    const rank = (from + to + 1) / 2;
    for (let at = from; at < to; at++) if (order[at]?.right) rankSum += rank;
    from = to;
  }
  const positives = right.filter(Boolean).length;
  const negatives = right.length - positives;
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
}
