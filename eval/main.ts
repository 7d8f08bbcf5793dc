import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Variation } from '../src/compose.js';
import { FootnoteError } from '../src/errors.js';
import { runAblations } from './ablations/run-ablations.js';
import { type AskAllOptions, askAll } from './ask-all.js';
import { compare, isWorse } from './compare.js';
import { confidenceReport } from './confidence.js';
import { loadDataset } from './dataset/load-dataset.js';
import { type Evaluation, evaluate } from './evaluate.js';
import { runImported } from './import/run-imported.js';
import { HELP, type Options, parseOptions } from './options.js';
import type { Outcome } from './outcome.js';
import { deviations } from './repeat.js';
import { comparisonText } from './report/comparison-text.js';
import { confidenceText } from './report/confidence-text.js';
import { failuresText } from './report/failures-text.js';
import { repeatText } from './report/repeat-text.js';
import { summaryText } from './report/summary-text.js';
import { type Result, readResult, resultOf, writeResult } from './result-file.js';
import { passesGate } from './run-gates.js';
import { ServiceError } from './target/service-error.js';
import type { Target, TargetCorpus } from './target/target.js';

/** What the program needs of the world. */
export interface Surroundings {
  /** Opens what is evaluated, with parts put in the place of others where that is measured. */
  readonly openTarget: (
    options: Options,
    dataset: TargetCorpus,
    variation?: Variation,
  ) => Promise<Target>;
  readonly print: (text: string) => void;
  readonly onProgress?: (done: number, all: number) => void;
  /** Folder that `--save` writes to. */
  readonly baselinesDir: string;
  /** File of the gates. */
  readonly gatesFile: string;
}

/**
 * Runs the evaluation as the command line says.
 * @returns The exit code: 0 good, 1 below a gate, worse than the baseline or not the same twice, 2 could not run.
 */
export async function main(args: readonly string[], world: Surroundings): Promise<0 | 1 | 2> {
  try {
    const options = parseOptions(args);
    const imported = options.beir !== undefined || options.squad !== undefined;
    if (!options.help)
      return imported ? await runImported(options, world) : await run(options, world);
    world.print(HELP);
    return 0;
  } catch (error) {
    const meant = error instanceof FootnoteError || error instanceof ServiceError;
    const shown = error instanceof Error && !meant ? (error.stack ?? error.message) : error;
    world.print(`Could not run: ${meant ? error.message : shown}`);
    return 2;
  }
}

async function run(options: Options, world: Surroundings): Promise<0 | 1 | 2> {
  const { split } = options;
  const dataset = await loadDataset(options.dataset);
  const baseline = options.baseline === undefined ? null : await readResult(options.baseline);
  const questions = dataset.questions.filter((one) => split === 'all' || one.split === split);
  if (questions.length === 0)
    throw new FootnoteError(
      'invalid_request',
      `The dataset ${dataset.name} has no question in its ${split} split. Choose another with --split.`,
    );
  if (options.ablations) return runAblations(options, dataset, questions, world);
  const target = await world.openTarget(options, dataset);
  let evaluation: Evaluation;
  let isSame: boolean;
  try {
    const asking = {
      timeoutMs: options.timeout,
      onProgress: (done: number) => world.onProgress?.(done, questions.length),
    };
    evaluation = await evaluate(target, questions, asking);
    isSame = await isRepeatable(options, target, evaluation, asking, world);
  } finally {
    await target.close();
  }
  const result = resultOf(evaluation, { dataset: dataset.name, split });
  world.print(`${dataset.name}, ${split} split, ${options.url ?? 'in this process'}`);
  world.print(`${failuresText(evaluation)}\n${summaryText(evaluation)}`);
  world.print(`\n${confidenceText(confidenceReport(evaluation.judged))}`);
  await keep(options, world, evaluation, result);
  if (evaluation.errors === questions.length) {
    world.print('Could not run: every request failed.');
    return 2;
  }
  const held = await holdsGate(options, target, evaluation, result, world);
  if (baseline === null) return isSame && held ? 0 : 1;
  const comparison = compare(baseline, result, options.tolerance);
  world.print(`\n${comparisonText(comparison)}`);
  return isSame && held && !isWorse(comparison) ? 0 : 1;
}

async function isRepeatable(
  { repeat }: Options,
  target: Target,
  { judged }: Evaluation,
  asking: AskAllOptions,
  { print }: Surroundings,
): Promise<boolean> {
  const rounds: Outcome[][] = [judged.map(({ outcome }) => outcome)];
  const questions = judged.map(({ outcome }) => outcome.question);
  while (rounds.length < repeat) rounds.push(await askAll(target, questions, asking));
  const differing = deviations(rounds);
  if (repeat > 1) print(`${repeatText(repeat, questions.length, differing)}\n`);
  return differing.length === 0;
}

async function holdsGate(
  { gates, 'gate-save': save }: Options,
  { reader = 'service' }: Target,
  evaluation: Evaluation,
  { dataset, split }: Result,
  { gatesFile, print }: Surroundings,
): Promise<boolean> {
  if (!gates && !save) return true;
  const key = `${dataset}.${split}.${reader}`;
  return passesGate(evaluation, { key, file: gatesFile, save, print });
}

async function keep(
  options: Options,
  world: Surroundings,
  evaluation: Evaluation,
  result: Result,
): Promise<void> {
  if (options.json !== undefined) {
    const confidence = confidenceReport(evaluation.judged);
    const details = { ...result, confidence, judged: evaluation.judged };
    await writeFile(options.json, `${JSON.stringify(details, null, 2)}\n`);
  }
  if (options.save) {
    const file = join(world.baselinesDir, `${result.dataset}.${result.split}.json`);
    await writeResult(file, result);
    world.print(`\nSaved ${file}.`);
  }
}
