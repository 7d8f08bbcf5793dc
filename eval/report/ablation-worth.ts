import type { Ablation, AblationReport } from '../ablations/ablation.js';
import type { MeanChange } from '../compare.js';
import { isBeyondChance } from '../metrics/paired-difference.js';

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

/** What some variants have in common. */
interface Worth {
  readonly text: string;
  /** Of the variants; at least one. */
  readonly labels: readonly string[];
}

/** Which parts these questions show to be worth something, which they do not, and which do harm. */
export function worthOf({ ablations }: AblationReport): Worth[] {
  const groups = new Map<string, string[]>(GROUPS.map((text) => [text, []]));
  for (const one of ablations.slice(1)) groups.get(groupOf(one))?.push(one.label);
  return [...groups].flatMap(([text, labels]) => (labels.length === 0 ? [] : [{ text, labels }]));
}

const GROUPS = [
  'Fewer questions are right, by more than luck',
  'Fewer are right, but no more than luck may bring',
  'As many are right, or more by luck',
  'No answer changes',
  'More questions are right, by more than luck',
] as const;

function groupOf(one: Ablation): (typeof GROUPS)[number] {
  if (isWorthLess(one)) return GROUPS[4];
  if (one.changed === 0) return GROUPS[3];
  if (one.lost <= one.won) return GROUPS[2];
  return one.adjusted < LUCK ? GROUPS[0] : GROUPS[1];
}

/** Whether more questions are right without the part, by more than luck. */
export function isWorthLess({ lost, won, adjusted }: Ablation): boolean {
  return won > lost && adjusted < LUCK;
}

/** How a figure differs from the whole, on the questions both have it of. */
export function differenceOf({ changes }: Ablation, name: string): MeanChange | undefined {
  return changes.find((one) => one.name === name);
}

/** `-4.1 [-7.0, -1.2] *`: that in points, its interval, a star where it leaves out 0. */
export function differenceText(ablation: Ablation, name: string): string {
  const change = differenceOf(ablation, name);
  if (change === undefined) return '–';
  const { difference, interval } = change;
  return `${points(difference)} [${points(interval.low)}, ${points(interval.high)}]${isBeyondChance(change) ? ' *' : ''}`;
}

function points(difference: number): string {
  const shown = (difference * 100).toFixed(1);
  return difference > 0 ? `+${shown}` : shown;
}
