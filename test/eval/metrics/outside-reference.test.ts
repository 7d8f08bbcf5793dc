import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  abstentionF1,
  abstentionPrecision,
  abstentionRecall,
} from '../../../eval/metrics/abstention.js';
import { areaUnderCurve } from '../../../eval/metrics/area-under-curve.js';
import { bootstrapInterval } from '../../../eval/metrics/bootstrap.js';
import { calibrationError } from '../../../eval/metrics/calibration-error.js';
import { holmAdjusted } from '../../../eval/metrics/holm.js';
import { mcnemar } from '../../../eval/metrics/mcnemar.js';
import { mean } from '../../../eval/metrics/mean.js';
import { ndcg } from '../../../eval/metrics/ndcg.js';
import { pairedDifference } from '../../../eval/metrics/paired-difference.js';
import { percentile } from '../../../eval/metrics/percentile.js';
import { recallAt } from '../../../eval/metrics/recall-at.js';
import { reciprocalRank } from '../../../eval/metrics/reciprocal-rank.js';
import { coverageAtRisk, riskCoverageArea } from '../../../eval/metrics/risk-coverage.js';
import { shortAnswerExact } from '../../../eval/metrics/short-answer.js';
import { tokenF1 } from '../../../eval/metrics/token-f1.js';
import { wilsonInterval } from '../../../eval/metrics/wilson-interval.js';

const numbers = z.array(z.number());
const booleans = z.array(z.boolean());

/** Cases and values that eval/outside/reference.py wrote, with scikit-learn, SciPy, statsmodels and SQuAD's own definitions. */
const REFERENCE = z
  .object({
    abstention: z.object({
      answerable: booleans,
      abstained: booleans,
      precision: z.number(),
      recall: z.number(),
      f1: z.number(),
    }),
    confidence: z.object({
      claimed: numbers,
      correct: booleans,
      calibrationError: z.number(),
      riskCoverageArea: z.number(),
      coverageAt5: z.number(),
      areaUnderCurve: z.number(),
    }),
    rankings: z.array(
      z.object({
        grades: numbers,
        ranking: numbers,
        ndcg10: z.number(),
        single: z.number(),
        reciprocalRank: z.number(),
        recall10: z.number(),
      }),
    ),
    statistics: z.object({
      values: numbers,
      paired: numbers,
      interval: z.tuple([z.number(), z.number()]),
      pairedInterval: z.tuple([z.number(), z.number()]),
      percentiles: z.record(z.string(), z.number()),
      flips: z.array(z.tuple([z.number(), z.number(), z.number()])),
      wilson: z.array(z.tuple([z.number(), z.number(), z.number(), z.number()])),
      chances: numbers,
      holm: numbers,
    }),
    shortAnswers: z.array(
      z.object({
        given: z.string(),
        answers: z.array(z.string()),
        exact: z.number(),
        f1: z.number(),
      }),
    ),
  })
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, 'outside-reference.json'), 'utf8')));

const DIGITS = 9;

describe('metrics agree with outside tools', () => {
  it('on abstention (scikit-learn)', () => {
    const { answerable, abstained, precision, recall, f1 } = REFERENCE.abstention;
    const refusals = answerable.map((one, place) => ({
      answerable: one,
      abstained: abstained[place] ?? false,
    }));
    expect(abstentionPrecision(refusals)).toBeCloseTo(precision, DIGITS);
    expect(abstentionRecall(refusals)).toBeCloseTo(recall, DIGITS);
    expect(abstentionF1(refusals)).toBeCloseTo(f1, DIGITS);
  });

  it('on confidence (scikit-learn, NumPy)', () => {
    const { claimed, correct, ...wanted } = REFERENCE.confidence;
    const claims = claimed.map((confidence, place) => ({
      confidence,
      correct: correct[place] ?? false,
    }));
    expect(calibrationError(claims)).toBeCloseTo(wanted.calibrationError, DIGITS);
    expect(riskCoverageArea(claims)).toBeCloseTo(wanted.riskCoverageArea, DIGITS);
    expect(coverageAtRisk(claims, claims.length, 0.05)).toBeCloseTo(wanted.coverageAt5, DIGITS);
    expect(
      areaUnderCurve(claims.map((one) => ({ value: one.confidence, positive: one.correct }))),
    ).toBeCloseTo(wanted.areaUnderCurve, DIGITS);
  });

  it('on rankings (scikit-learn)', () => {
    for (const { grades, ranking, ndcg10, single, ...wanted } of REFERENCE.rankings) {
      const ids = ranking.map(String);
      const graded = new Map(grades.map((grade, id) => [String(id), grade]));
      const relevant = new Set([...graded].flatMap(([id, grade]) => (grade > 0 ? [id] : [])));
      expect(ndcg(ids, graded, 10)).toBeCloseTo(ndcg10, DIGITS);
      expect(recallAt(ids, relevant, 10)).toBeCloseTo(wanted.recall10, DIGITS);
      const one = new Set([String(single)]);
      expect(reciprocalRank(ids, one, ids.length)).toBeCloseTo(wanted.reciprocalRank, DIGITS);
    }
  });

  it('on tests and intervals of shares (statsmodels), and on percentiles (NumPy)', () => {
    const { flips, wilson, chances, holm, values, percentiles } = REFERENCE.statistics;
    for (const [lost, won, chance] of flips) expect(mcnemar(lost, won)).toBeCloseTo(chance, DIGITS);
    for (const [successes, count, low, high] of wilson) {
      const interval = wilsonInterval(successes, count);
      expect(interval.low).toBeCloseTo(low, DIGITS);
      expect(interval.high).toBeCloseTo(high, DIGITS);
    }
    for (const [place, chance] of holmAdjusted(chances).entries())
      expect(chance).toBeCloseTo(holm[place] ?? -1, DIGITS);
    for (const [percent, value] of Object.entries(percentiles))
      expect(percentile(values, Number(percent))).toBeCloseTo(value, DIGITS);
  });

  it('on bootstrap intervals (SciPy), as far as two random draws agree', () => {
    const { values, paired, interval, pairedInterval } = REFERENCE.statistics;
    const own = bootstrapInterval(values, mean);
    const byPlace = (all: readonly number[]) =>
      new Map(all.map((value, place) => [String(place), value]));
    const gain = pairedDifference(byPlace(values), byPlace(paired))?.interval;
    const ends = [own?.low, own?.high, gain?.low, gain?.high];
    for (const [place, wanted] of [...interval, ...pairedInterval].entries())
      expect(Math.abs((ends[place] ?? 9) - wanted)).toBeLessThan(0.008);
  });

  it("on short answers (SQuAD's definitions), where ours add nothing to them", () => {
    for (const { given, answers, exact, f1 } of REFERENCE.shortAnswers) {
      expect(shortAnswerExact(given, answers)).toBe(exact);
      expect(tokenF1(given, answers)).toBeCloseTo(f1, DIGITS);
    }
  });
});
