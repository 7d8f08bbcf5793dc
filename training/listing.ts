import { SENTENCE_FEATURES } from '../src/answering/sentence-features.js';
import type { Collected } from './collect.js';
import type { Listing } from './optimise.js';

/** Wrong sentences learned from, per question: those that look most like an answer. */
const RIVALS = 30;
const COSINE = SENTENCE_FEATURES.indexOf('sentenceCosine');
const RECALL = SENTENCE_FEATURES.indexOf('termRecall');

/** The right sentences of a question and its strongest rivals. */
export function listingOf({ candidates, right }: Collected, weight: number): Listing {
  const appeal = (features: Float64Array) => (features[COSINE] ?? 0) + (features[RECALL] ?? 0);
  const all = candidates.map(({ features }, which) => ({
    row: features,
    right: right[which] ?? false,
  }));
  const rivals = all
    .filter((one) => !one.right)
    .sort((a, b) => appeal(b.row) - appeal(a.row))
    .slice(0, RIVALS);
  const kept = [...all.filter((one) => one.right), ...rivals];
  return { rows: kept.map(({ row }) => row), right: kept.map((one) => one.right), weight };
}
