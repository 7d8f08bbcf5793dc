import type { Outcome } from './outcome.js';
import type { Summary } from './summarise.js';
import type { Ability, Lacks } from './target/lacks.js';

/** What figures need of answers, besides their text. */
const NEEDS: Readonly<Record<Ability, readonly string[]>> = {
  confidence: ['calibrationError', 'riskCoverageArea', 'coverageAt5'],
  'short answer': ['shortGiven', 'shortExact', 'shortContains', 'shortF1'],
  spans: ['quoteSpan', 'quoteHash', 'grounded', 'support'],
  reason: ['reasonRight'],
  disagreement: ['disagreementPrecision', 'disagreementRecall'],
  search: ['recallAt5', 'recallAt10', 'reciprocalRank10', 'ndcg10'],
};

/** What figures need that some answers in plain text have, and others not. */
const OF_QUOTES = [
  'quoteStands',
  'verbatim',
  'passagePrecision',
  'passageRecall',
  'quotePrecision',
  'evidenceRecall',
  'answerQuoted',
];
const OF_SOURCES = ['documentPrecision', 'documentRecall'];

/**
 * Figures that cannot be measured, by name, each with the reason. They have no value: neither 0 nor 1.
 * @param lacks What the target's answers cannot tell; nothing for a service of our contract.
 */
export function notMeasurable(
  lacks: Lacks,
  outcomes: readonly Outcome[],
): Readonly<Record<string, string>> {
  const reasons: Record<string, string> = {};
  for (const [ability, figures] of Object.entries(NEEDS))
    for (const figure of figures) {
      const reason = lacks[ability as Ability];
      if (reason !== undefined) reasons[figure] = reason;
    }
  if (lacks.spans === undefined) return reasons;
  const citations = outcomes.flatMap((one) => one.response?.citations ?? []);
  if (citations.every(({ quote }) => quote === null))
    for (const figure of OF_QUOTES) reasons[figure] = 'no answer quotes anything in its text';
  if (citations.length === 0)
    for (const figure of OF_SOURCES) reasons[figure] = 'no answer names a source in its text';
  return reasons;
}

/** Figures without the values of those that cannot be measured. */
export function withoutUnmeasurable(
  summary: Summary,
  reasons: Readonly<Record<string, string>>,
): Summary {
  return Object.fromEntries(
    Object.entries(summary).map(([name, measured]) => [
      name,
      name in reasons ? { value: null, count: 0, low: null, high: null } : measured,
    ]),
  );
}
