import {
  abstentionF1,
  abstentionPrecision,
  abstentionRecall,
  falseAbstentionRate,
  type Refusal,
} from './metrics/abstention.js';
import { type Claimed, calibrationError } from './metrics/calibration-error.js';
import { type Dispute, disagreementPrecision, disagreementRecall } from './metrics/disagreement.js';
import { type Verdict, wrongAnswerRate, wrongRefusalRate } from './metrics/error-rates.js';
import { mean } from './metrics/mean.js';
import { percentile } from './metrics/percentile.js';
import { coverageAtRisk, riskCoverageArea } from './metrics/risk-coverage.js';
import type { Score } from './score.js';

/** Something measured over a set of scores. */
export interface Figure {
  /** Stable name, in saved results. */
  readonly name: string;
  /** What a person reads. */
  readonly label: string;
  readonly unit: 'share' | 'words' | 'ms';
  /** Which way is good; null where neither is. A saved baseline guards the figures that have one. */
  readonly better: 'higher' | 'lower' | null;
  /** Null where nothing was measured. */
  readonly value: (scores: readonly Score[]) => number | null;
  /** How many measurements stand behind the value. */
  readonly count: (scores: readonly Score[]) => number;
  /** What one question adds to a mean, none where it does not apply; null for a figure that only a set of questions has. */
  readonly measure: Measure | null;
}

type Measure = (score: Score) => readonly number[];

function meanFigure(
  name: string,
  label: string,
  measure: Measure,
  unit: Figure['unit'] = 'share',
  better: Figure['better'] = 'higher',
): Figure {
  return {
    name,
    label,
    unit,
    better,
    value: (scores) => mean(scores.flatMap(measure)),
    count: (scores) => scores.flatMap(measure).length,
    measure,
  };
}

function setFigure<T>(
  name: string,
  label: string,
  select: (scores: readonly Score[]) => readonly T[],
  statistic: (items: readonly T[], scores: readonly Score[]) => number | null,
  better: Figure['better'] = 'higher',
): Figure {
  return {
    name,
    label,
    unit: 'share',
    better,
    value: (scores) => statistic(select(scores), scores),
    count: (scores) => select(scores).length,
    measure: null,
  };
}

const held = (value: boolean | null): number[] => (value === null ? [] : [Number(value)]);

const verdicts = (scores: readonly Score[]): Verdict[] =>
  scores.map(({ abstained, right }) => ({ abstained, right }));

const known = (value: number | null): number[] => (value === null ? [] : [value]);

const refusals = (scores: readonly Score[]): Refusal[] =>
  scores.map((one) => ({ answerable: one.question.answerable, abstained: one.abstained }));

/** The answers among scores, with what each claimed and whether it was right. */
export const claims = (scores: readonly Score[]): Claimed[] =>
  scores.flatMap(({ confidence, right }) =>
    confidence === null ? [] : [{ confidence, correct: right }],
  );

const disputes = (scores: readonly Score[]): Dispute[] =>
  scores.map(({ question, sidesShown }) => ({
    expected: (question.answerable && question.sides) || null,
    shown: sidesShown,
  }));

const which = (scores: readonly Score[], holds: (score: Score) => boolean) =>
  refusals(scores.filter(holds));

export const FIGURES: readonly Figure[] = [
  meanFigure('right', 'right: answered correctly or rightly refused', (one) => [Number(one.right)]),
  meanFigure('answerCorrect', 'answer correct, of answerable', (one) => known(one.answerCorrect)),
  meanFigure('answeredCorrect', 'answer correct, of answered answerable', (one) =>
    one.abstained ? [] : known(one.answerCorrect),
  ),
  meanFigure('answersRight', 'right, of all answers given', (one) =>
    one.abstained ? [] : [Number(one.right)],
  ),
  meanFigure('partsRecall', 'parts of list answers found', (one) => known(one.partsRecall)),
  meanFigure('shortGiven', 'short answer given, of answered answerable', (one) =>
    known(one.shortGiven),
  ),
  meanFigure('shortF1', 'short answer token F1', (one) => known(one.shortF1)),
  meanFigure('shortExact', 'short answer exact', (one) => known(one.shortExact)),
  meanFigure('shortContains', 'short answer contains answer', (one) => known(one.shortContains)),
  meanFigure('documentPrecision', 'citation precision, documents', (one) =>
    known(one.documentPrecision),
  ),
  meanFigure('documentRecall', 'citation recall, documents', (one) => known(one.documentRecall)),
  meanFigure('passagePrecision', 'citation precision, passages', (one) =>
    known(one.passagePrecision),
  ),
  meanFigure('passageRecall', 'citation recall, passages', (one) => known(one.passageRecall)),
  meanFigure('quotePrecision', 'citation precision, evidence quotes', (one) =>
    known(one.quotePrecision),
  ),
  meanFigure('evidenceRecall', 'citation recall, evidence quotes', (one) =>
    known(one.evidenceRecall),
  ),
  meanFigure('quoteStands', 'quotes that stand in their document', (one) =>
    one.validity.flatMap(({ verbatim }) => held(verbatim)),
  ),
  meanFigure('quoteSpan', 'quotes at the span named', (one) =>
    one.validity.flatMap(({ span }) => held(span)),
  ),
  meanFigure('quoteHash', 'hashes of cited documents right', (one) =>
    one.validity.flatMap(({ hash }) => held(hash)),
  ),
  meanFigure('verbatim', 'citations verbatim, hash right', (one) => one.verbatim.flatMap(held)),
  meanFigure('grounded', 'sentences grounded', (one) => one.grounded.map(Number)),
  meanFigure('support', 'figures and names of sentences in their quotes', (one) => one.support),
  meanFigure('answerQuoted', 'answer stands in a cited quote, of answered answerable', (one) =>
    known(one.answerQuoted),
  ),
  setFigure('wrongAnswers', 'answered wrongly, of all', verdicts, wrongAnswerRate, 'lower'),
  setFigure('wrongRefusals', 'refused wrongly, of all', verdicts, wrongRefusalRate, 'lower'),
  setFigure(
    'abstentionPrecision',
    'abstention precision',
    (scores) => which(scores, (one) => one.abstained),
    abstentionPrecision,
  ),
  setFigure(
    'abstentionRecall',
    'abstention recall',
    (scores) => which(scores, (one) => !one.question.answerable),
    abstentionRecall,
  ),
  setFigure('abstentionF1', 'abstention F1', refusals, abstentionF1),
  setFigure(
    'falseAbstention',
    'false abstention, of answerable',
    (scores) => which(scores, (one) => one.question.answerable),
    falseAbstentionRate,
    'lower',
  ),
  meanFigure('reasonRight', 'reason of abstention right', (one) => known(one.reasonRight)),
  setFigure(
    'disagreementPrecision',
    'disagreement precision',
    (scores) => disputes(scores).filter((one) => one.shown !== null),
    disagreementPrecision,
  ),
  setFigure(
    'disagreementRecall',
    'disagreement recall',
    (scores) => disputes(scores).filter((one) => one.expected !== null),
    disagreementRecall,
  ),
  setFigure(
    'calibrationError',
    'calibration error',
    claims,
    (all) => calibrationError(all),
    'lower',
  ),
  setFigure('riskCoverageArea', 'risk-coverage area', claims, riskCoverageArea, 'lower'),
  setFigure('coverageAt5', 'coverage at 5 % risk', claims, (all, scores) =>
    coverageAtRisk(all, scores.length, 0.05),
  ),
  meanFigure('recallAt5', 'evidence among 5 passages retrieved', (one) => known(one.recallAt5)),
  meanFigure('recallAt10', 'evidence among 10 passages retrieved', (one) => known(one.recallAt10)),
  meanFigure('reciprocalRank10', 'MRR@10 of evidence', (one) => known(one.reciprocalRank10)),
  meanFigure('ndcg10', 'nDCG@10 of evidence', (one) => known(one.ndcg10)),
  meanFigure('words', 'answer length, words', (one) => known(one.words), 'words', null),
  latency('latencyP50', 'latency p50', 50),
  latency('latencyP95', 'latency p95', 95),
  latency('latencyP99', 'latency p99', 99),
];

/** Figures of truth: the slightest loss counts. */
export const EXACT_FIGURES: ReadonlySet<string> = new Set(['verbatim', 'grounded']);

/** Every measure of one question by the name of its figure, the mean where it has several (citations, sentences); null where it does not apply. */
export function valuesOf(score: Score): Readonly<Record<string, number | null>> {
  return Object.fromEntries(
    FIGURES.flatMap(({ name, measure }) =>
      measure === null ? [] : [[name, mean(measure(score))] as const],
    ),
  );
}

function latency(name: string, label: string, percent: number): Figure {
  return {
    name,
    label,
    unit: 'ms',
    better: null,
    value: (scores) =>
      percentile(
        scores.map((one) => one.latencyMs),
        percent,
      ),
    count: (scores) => scores.length,
    measure: null,
  };
}
