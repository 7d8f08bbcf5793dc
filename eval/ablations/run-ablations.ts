import { writeFile } from 'node:fs/promises';
import { type MeanChange, meanChanges } from '../compare.js';
import type { Dataset } from '../dataset/load-dataset.js';
import type { QuestionRecord } from '../dataset/question.js';
import { evaluate } from '../evaluate.js';
import type { Surroundings } from '../main.js';
import { mcnemar } from '../metrics/mcnemar.js';
import type { Options } from '../options.js';
import { ablationsText } from '../report/ablations-text.js';
import { type Result, resultOf } from '../result-file.js';
import type { Summary } from '../summarise.js';
import { VARIANTS, type Variant } from './variants.js';

/** The engine without one part, beside the whole of it. */
export interface Ablation {
  readonly name: string;
  readonly label: string;
  readonly overall: Summary;
  readonly errors: number;
  /** Differences to the whole, each over the questions both have it of; none for the whole itself. */
  readonly changes: readonly MeanChange[];
  /** Questions that are right with the whole only, with this variant only, and the chance of flips as uneven as that. */
  readonly lost: number;
  readonly won: number;
  readonly chance: number;
}

/** Asks the same questions of the engine in this process as it is and with each part taken away, and prints what each part is worth. */
export async function runAblations(
  options: Options,
  dataset: Dataset,
  questions: readonly QuestionRecord[],
  world: Surroundings,
): Promise<0> {
  const whole: Variant = { name: 'whole', label: 'as it is' };
  const ablations: Ablation[] = [];
  let base: Result | undefined;
  const variants = [whole, ...VARIANTS];
  for (const [place, variant] of variants.entries()) {
    const onProgress = (done: number) =>
      world.onProgress?.(place * questions.length + done, variants.length * questions.length);
    const result = await measure(variant, options, dataset, questions, { ...world, onProgress });
    base ??= result.result;
    ablations.push({ ...result.ablation, ...against(base, result.result, variant === whole) });
  }
  world.print(`${dataset.name}, ${options.split} split, ${questions.length} questions`);
  world.print(ablationsText(ablations));
  if (options.json !== undefined)
    await writeFile(options.json, `${JSON.stringify(ablations, null, 2)}\n`);
  return 0;
}

async function measure(
  { name, label, options: changed, variation, asked = (target) => target }: Variant,
  options: Options,
  dataset: Dataset,
  questions: readonly QuestionRecord[],
  { openTarget, onProgress }: Surroundings,
) {
  const opened = await openTarget({ ...options, ...changed }, dataset, variation);
  try {
    const evaluation = await evaluate(asked(opened), questions, {
      timeoutMs: options.timeout,
      onProgress: (done) => onProgress?.(done, questions.length),
    });
    const { overall, errors } = evaluation;
    return {
      ablation: { name, label, overall, errors },
      result: resultOf(evaluation, { dataset: dataset.name, split: options.split }),
    };
  } finally {
    await opened.close();
  }
}

function against(base: Result, result: Result, same: boolean) {
  if (same) return { changes: [], lost: 0, won: 0, chance: 1 };
  const flipped = (from: boolean) =>
    Object.entries(result.outcomes).filter(
      ([id, { right }]) => base.outcomes[id]?.right === from && right !== from,
    ).length;
  const [lost, won] = [flipped(true), flipped(false)];
  return { changes: meanChanges(base, result), lost, won, chance: mcnemar(lost, won) };
}
