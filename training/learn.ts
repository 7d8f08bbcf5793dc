import { CONSTRAINTS } from '../src/answering/constraints.js';
import type { Collected } from './collect.js';
import { type Describe, type Judged, judge } from './confidence-examples.js';
import { areaUnderCurve, rankingFigures } from './evaluate.js';
import { listingOf } from './listing.js';
import { fitListwise, fitLogistic } from './optimise.js';
import { digest } from './question-set.js';
import { fitScaling, scaleLogistic, scaleProbability } from './scaling.js';
import { chooseThreshold } from './threshold.js';
import type { Learned } from './weights-file.js';

const FOLDS = 5;
/** What one set weighs against the others, whatever its size. */
const SHARES = { squad: 1, search: 0.7, written: 1, own: 2, offTopic: 0.5 };
const RANKER_PENALTY = 2e-4;
const CONFIDENCE_PENALTY = 2e-4;

/** Questions of each origin with what was read for them. */
export interface Lessons<One extends Collected> {
  readonly squad: readonly One[];
  readonly search: readonly One[];
  readonly written: readonly One[];
  readonly own: readonly One[];
  readonly offTopic: readonly One[];
  /** Reported on, never learned from. */
  readonly heldOut: readonly One[];
}

/** Learns ranker, confidence and threshold for one way of describing sentences, and prints how well they do. */
export function learn<One extends Collected>(
  name: string,
  lessons: Lessons<One>,
  sentenceFeatures: readonly string[],
  confidenceFeatures: readonly string[],
  describe: Describe<One>,
): Learned {
  const fitRanker = (own: readonly One[]): Float64Array => {
    const parts = [
      [lessons.squad, SHARES.squad],
      [lessons.search, SHARES.search],
      [lessons.written, SHARES.written],
      [own, SHARES.own],
    ] as const;
    const listings = parts.flatMap(([part, share]) => {
      const usable = part.filter(({ right }) => right.includes(true));
      return usable.map((one) => listingOf(one, share / usable.length));
    });
    return fitListwise(listings, sentenceFeatures.length, RANKER_PENALTY);
  };
  const fitConfidence = (own: readonly One[], ranker: Float64Array): Float64Array => {
    const parts = [
      [lessons.squad, SHARES.squad],
      [lessons.written, SHARES.written],
      [own, SHARES.own],
      [lessons.offTopic, SHARES.offTopic],
    ] as const;
    const examples = parts.flatMap(([part, share]) =>
      judge(part, ranker, describe).map(({ row, right }) => ({
        row,
        right,
        weight: share / part.length,
      })),
    );
    return fitLogistic(examples, confidenceFeatures.length, CONFIDENCE_PENALTY);
  };
  const confidenceOf = (weights: Float64Array, row: Float64Array): number => {
    const sum = row.reduce(
      (total, value, i) => total + value * (weights[i] ?? 0),
      weights[confidenceFeatures.length] ?? 0,
    );
    return 1 / (1 + Math.exp(-sum));
  };

  const crossed: { judged: Judged; confidence: number }[] = [];
  const foldFigures: ReturnType<typeof rankingFigures>[] = [];
  for (let which = 0; which < FOLDS; which++) {
    const inside = lessons.own.filter((one) => foldOf(one) !== which);
    const outside = lessons.own.filter((one) => foldOf(one) === which);
    const ranker = fitRanker(inside);
    const confidence = fitConfidence(inside, ranker);
    for (const judged of judge(outside, ranker, describe))
      crossed.push({ judged, confidence: confidenceOf(confidence, judged.row) });
    foldFigures.push(rankingFigures(outside, ranker));
  }
  const asked = foldFigures.reduce((sum, { questions }) => sum + questions, 0);
  const mean = (of: (figures: (typeof foldFigures)[number]) => number) =>
    foldFigures.reduce((sum, figures) => sum + of(figures) * figures.questions, 0) / asked;
  console.log(`${name}: own dev, cross-validated`, {
    sentenceFirst: mean(({ sentenceFirst }) => sentenceFirst),
    sentenceInThree: mean(({ sentenceInThree }) => sentenceInThree),
    areaUnderCurve: areaUnderCurve(
      crossed.map(({ confidence }) => confidence),
      crossed.map(({ judged }) => judged.answerable),
    ),
  });

  const ranker = fitRanker(lessons.own);
  const confidence = fitConfidence(lessons.own, ranker);
  console.log(`${name}: own dev, fitted`, rankingFigures(lessons.own, ranker));
  console.log(`${name}: SQuAD, held-out articles`, rankingFigures(lessons.heldOut, ranker));
  const judgedHeldOut = judge(lessons.heldOut, ranker, describe);
  console.log(
    `${name}: SQuAD, held-out articles, area under the curve of confidence (answerable against not)`,
    areaUnderCurve(
      judgedHeldOut.map(({ row }) => confidenceOf(confidence, row)),
      judgedHeldOut.map(({ answerable }) => answerable),
    ),
  );
  const all = [...judge(lessons.squad, ranker, describe), ...judge(lessons.own, ranker, describe)];
  console.log(
    `${name}: of answers whose best sentence plainly fails a demand, how many are right`,
    Object.fromEntries(
      [...CONSTRAINTS, 'plainlyOther', 'perhapsOther'].map((constraint) => {
        const place = confidenceFeatures.indexOf(constraint);
        const failing = all.filter(({ row }) => (row[place] ?? 0) >= 0.99);
        return [constraint, `${failing.filter(({ right }) => right).length} of ${failing.length}`];
      }),
    ),
  );
  const { slope, offset } = fitScaling(
    crossed.map(({ judged, confidence: value }) => ({ confidence: value, right: judged.right })),
  );
  const scaled = scaleLogistic(confidence, slope, offset);
  const threshold = chooseThreshold(
    crossed.map(({ judged, confidence: value }) => ({
      ...judged,
      confidence: scaleProbability(value, slope, offset),
    })),
  );
  console.log(`${name}: confidence scaled on own dev, cross-validated`, { slope, offset });
  console.log(`${name}: own dev, cross-validated: abstention`, threshold);
  console.log(named(sentenceFeatures, ranker));
  console.log(named([...confidenceFeatures, 'bias'], scaled));
  return {
    sentenceFeatures,
    sentence: ranker,
    confidenceFeatures,
    confidence: scaled,
    threshold: threshold.threshold,
  };
}

function foldOf({ labelled }: Collected): number {
  return Number.parseInt(digest(`fold ${labelled.id}`).slice(0, 8), 16) % FOLDS;
}

function named(names: readonly string[], weights: ArrayLike<number>): Record<string, number> {
  return Object.fromEntries(names.map((name, i) => [name, Number((weights[i] ?? 0).toFixed(3))]));
}
