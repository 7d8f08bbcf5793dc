import { FootnoteError } from '../../src/errors.js';
import { meanChanges } from '../compare.js';
import type { Dataset } from '../dataset/load-dataset.js';
import type { QuestionRecord } from '../dataset/question.js';
import { evaluate } from '../evaluate.js';
import type { Surroundings } from '../main.js';
import { holmAdjusted } from '../metrics/holm.js';
import { mcnemar } from '../metrics/mcnemar.js';
import type { Options } from '../options.js';
import type { Outcome } from '../outcome.js';
import { type Result, resultOf } from '../result-file.js';
import type { Ablation, AblationReport } from './ablation.js';
import { answersChanged } from './answers-changed.js';
import { keepReadings, type ReadingsKept } from './readings-kept.js';
import { VARIANTS, type Variant } from './variants.js';

const WHOLE: Variant = { name: 'whole', label: 'as it is' };

/** @throws FootnoteError `not_found` where a part has no such name */
function chosenVariants({ without }: Options): readonly Variant[] {
  const unknown = without?.find((name) => !VARIANTS.some((one) => one.name === name));
  if (unknown !== undefined)
    throw new FootnoteError(
      'not_found',
      `--without names no part "${unknown}". There are ${VARIANTS.map(({ name }) => name).join(', ')}.`,
    );
  return VARIANTS.filter(({ name }) => without?.includes(name) ?? true);
}

interface Run {
  readonly ablation: Pick<Ablation, 'name' | 'label' | 'overall' | 'errors' | 'isTimed'>;
  readonly result: Result;
  readonly outcomes: readonly Outcome[];
  readonly reader: string;
}

/** Asks the same questions of the engine in this process as it is and with each part taken away. */
export async function runAblations(
  options: Options,
  dataset: Dataset,
  questions: readonly QuestionRecord[],
  world: Surroundings,
): Promise<AblationReport> {
  const begun = new Date().toISOString();
  const variants = [WHOLE, ...chosenVariants(options)];
  const kept = keepReadings();
  const runs: Run[] = [];
  for (const [place, variant] of variants.entries()) {
    const onProgress = (done: number) =>
      world.onProgress?.(place * questions.length + done, variants.length * questions.length);
    runs.push(await measure(variant, options, dataset, questions, { ...world, onProgress }, kept));
  }
  const [whole, ...others] = runs as [Run, ...Run[]];
  const compared = others.map((run) => against(whole, run));
  const adjusted = holmAdjusted(compared.map(({ chance }) => chance));
  return {
    dataset: dataset.name,
    split: options.split,
    questions: questions.length,
    reader: whole.reader,
    begun,
    ablations: [
      { ...whole.ablation, changes: [], changed: 0, lost: 0, won: 0, chance: 1, adjusted: 1 },
      ...compared.map((one, place) => ({ ...one, adjusted: adjusted[place] ?? 1 })),
    ],
  };
}

async function measure(
  { name, label, options: changed, variation, asked = (target) => target }: Variant,
  options: Options,
  dataset: Dataset,
  questions: readonly QuestionRecord[],
  { openTarget, onProgress }: Surroundings,
  { keepingReader, spared }: ReadingsKept,
): Promise<Run> {
  const before = spared();
  const opened = await openTarget({ ...options, ...changed }, dataset, {
    ...variation,
    passageReader: keepingReader,
  });
  try {
    const evaluation = await evaluate(asked(opened), questions, {
      timeoutMs: options.timeout,
      // Differences have intervals of their own.
      intervals: false,
      onProgress: (done) => onProgress?.(done, questions.length),
    });
    const { overall, errors, judged } = evaluation;
    return {
      ablation: { name, label, overall, errors, isTimed: spared() === before },
      result: resultOf(evaluation, { dataset: dataset.name, split: options.split }),
      outcomes: judged.map(({ outcome }) => outcome),
      reader: opened.reader ?? 'not known',
    };
  } finally {
    await opened.close();
  }
}

function against(whole: Run, { ablation, result, outcomes }: Run): Omit<Ablation, 'adjusted'> {
  const flipped = (from: boolean) =>
    Object.entries(result.outcomes).filter(
      ([id, { right }]) => whole.result.outcomes[id]?.right === from && right !== from,
    ).length;
  const [lost, won] = [flipped(true), flipped(false)];
  return {
    ...ablation,
    changes: meanChanges(whole.result, result),
    changed: answersChanged(whole.outcomes, outcomes),
    lost,
    won,
    chance: mcnemar(lost, won),
  };
}
