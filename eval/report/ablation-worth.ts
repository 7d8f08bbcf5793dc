import type { Ablation, AblationReport } from '../ablations/ablation.js';

/** Figures whose difference to the whole is told. */
export const COMPARED_FIGURES = {
  right: 'right',
  answerCorrect: 'answer correct',
  evidenceRecall: 'evidence cited',
  recallAt5: 'evidence in 5 passages',
  shortExact: 'short answer exact',
} as const;

/** Figures told of every variant, all shares. */
export const ABLATION_FIGURES = {
  ...COMPARED_FIGURES,
  shortGiven: 'short answer given',
  abstentionF1: 'abstention F1',
  falseAbstention: 'false abstention',
  riskCoverageArea: 'risk-coverage area',
  disagreementRecall: 'disagreement recall',
} as const;

/** Chance below which a difference is taken for more than luck. */
const LUCK = 0.05;

/** A sentence on variants, and which they are. */
interface Worth {
  readonly text: string;
  readonly labels: readonly string[];
}

/** Which parts these questions show to be worth something, which they do not, and which do harm. */
export function worthOf({ ablations }: AblationReport): Worth[] {
  const variants = ablations.slice(1);
  const labels = (of: readonly Ablation[]) => of.map(({ label }) => label);
  const told = variants.filter(({ adjusted }) => adjusted < LUCK);
  const worse = told.filter(({ lost, won }) => lost > won);
  const better = told.filter(({ lost, won }) => won > lost);
  const leaning = variants.filter(({ lost, won, adjusted }) => lost > won && adjusted >= LUCK);
  const idle = variants.filter(({ changed }) => changed === 0);
  const rest = variants.filter(
    (one) => ![worse, better, leaning, idle].some((of) => of.includes(one)),
  );
  return [
    { text: 'Fewer questions are right, by more than luck (Holm):', labels: labels(worse) },
    { text: 'Fewer, but no more than luck may bring:', labels: labels(leaning) },
    { text: 'As many, or more by luck:', labels: labels(rest) },
    { text: 'No answer changes:', labels: labels(idle) },
    { text: 'More questions are right without it, by more than luck:', labels: labels(better) },
  ].filter((one) => one.labels.length > 0);
}
