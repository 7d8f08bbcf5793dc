import type { CLOSE_FEATURES } from './close-reading.js';
import type { CLOSE_CONFIDENCE_FEATURES } from './confidence.js';
import { CONSTRAINTS } from './constraints.js';

type Feature = (typeof CLOSE_FEATURES)[number] | (typeof CLOSE_CONFIDENCE_FEATURES)[number];

/**
 * Features by the part of answering they belong to, both those that rank sentences and those of the confidence. A part
 * that is left out has its weights set to 0; the others stay as they were learned with it.
 */
const FEATURES_OF = {
  sentenceVectors: ['sentenceCosine', 'cosineSquared', 'likeButUntold'],
  words: ['termRecall', 'termPrecision', 'recallSquared', 'heaviestMissing', 'unknownTerms'],
  pairs: ['bigramRecall'],
  neighbours: [
    'previousCosine',
    'nextCosine',
    'listAfter',
    'reasonBefore',
    'termRecallWithNeighbours',
    'heaviestMissingAround',
  ],
  passages: [
    'passageCosine',
    'passageFusion',
    'passageFirst',
    'lexicalShare',
    'termRecallOfPassage',
  ],
  names: ['nameRecall', 'nameMissing', 'nameMissingAround'],
  figuresAndYears: [
    'numberRecall',
    'numberMissing',
    'yearMatch',
    'yearConflict',
    'yearMissing',
    'yearMissingAround',
  ],
  kindAsked: ['suits', 'unsuited', 'speech'],
  layout: ['caption', 'listItem', 'opensDocument', 'length', 'question', 'unfinished'],
  constraints: [...CONSTRAINTS, 'plainlyOther', 'perhapsOther', 'likeButUntold'],
} as const satisfies Readonly<Record<string, readonly Feature[]>>;

type FeaturePart = keyof typeof FEATURES_OF;

/** What can be left out of answering, so that what each part is worth can be measured. */
export type AnsweringPart =
  | FeaturePart
  | 'languages'
  | 'questionParts'
  | 'plainConflicts'
  | 'otherNamed'
  | 'fullSentences'
  | 'sentenceBefore'
  | 'saidOnce'
  | 'readSpans';

/** The parts that are left out; none in the service. */
export type LeftOut = ReadonlySet<AnsweringPart>;

export const NOTHING: LeftOut = new Set();

/** Weights, one a feature, those of parts that are left out being 0. */
export function weightsWithout(
  leftOut: LeftOut,
  names: readonly Feature[],
  weights: readonly number[],
): readonly number[] {
  if (leftOut.size === 0) return weights;
  const dropped = new Set<Feature>(
    (Object.keys(FEATURES_OF) as FeaturePart[]).flatMap((part) =>
      leftOut.has(part) ? FEATURES_OF[part] : [],
    ),
  );
  return names.map((name, place) => (dropped.has(name) ? 0 : (weights[place] ?? 0)));
}
