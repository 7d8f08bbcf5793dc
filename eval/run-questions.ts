import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { FootnoteError } from '../src/errors.js';
import { runAblations } from './ablations/run-ablations.js';
import { type AskAllOptions, askAll } from './ask-all.js';
import { compare, isWorse } from './compare.js';
import { checkDataset } from './dataset/check-dataset.js';
import { type Dataset, loadDataset } from './dataset/load-dataset.js';
import type { QuestionRecord } from './dataset/question.js';
import { type Evaluation, evaluate } from './evaluate.js';
import { heldAgainstGate } from './held-against-gate.js';
import type { Surroundings } from './main.js';
import type { Options } from './options.js';
import type { Outcome } from './outcome.js';
import { type Deviation, deviations } from './repeat.js';
import { ablationsText } from './report/ablations-text.js';
import { datasetText } from './report/dataset-text.js';
import { repeatText } from './report/repeat-text.js';
import { type About, reportOf } from './report/report.js';
import { reportText } from './report/report-text.js';
import { writeAblations, writeReports } from './report/write-reports.js';
import { readResult, resultOf, writeResult } from './result-file.js';
import { openResumeFile, type ResumeFile, type RunIdentity } from './resume-file.js';
import type { Target } from './target/target.js';

/**
 * Asks the questions of a dataset as the options say, prints what that shows and writes the reports.
 * @returns The exit code: 0 good, 1 below a gate, worse than the baseline or not the same twice, 2 could not run.
 */
export async function runQuestions(options: Options, world: Surroundings): Promise<0 | 1 | 2> {
  const dataset = await loadDataset(options.dataset);
  await checkDataset(dataset, await textsOf(dataset, options, world));
  if (options.check) {
    world.print(datasetText(dataset));
    return 0;
  }
  const baseline = options.baseline === undefined ? null : await readResult(options.baseline);
  const questions = chosenQuestions(options, dataset);
  if (options.ablations) {
    const report = await runAblations(options, dataset, questions, world);
    world.print(ablationsText(report));
    await writeAblations(options, report);
    return 0;
  }
  const begun = new Date().toISOString();
  const target = await world.openTarget(options, dataset);
  let asked: Asked;
  try {
    asked = await ask(options, dataset, questions, target, world);
  } finally {
    await target.close();
  }
  const { evaluation, deviations } = asked;
  const result = resultOf(evaluation, { dataset: dataset.name, split: options.split });
  const comparison = baseline === null ? null : compare(baseline, result, options.tolerance);
  const gate = await heldAgainstGate(options, target, evaluation, result, world);
  const report = reportOf(evaluation, {
    about: aboutOf(options, dataset, target, begun),
    result,
    comparison,
    gate,
    remarks: target.remarks?.() ?? [],
    deviations,
  });
  world.print(reportText(report));
  await writeReports(options, report);
  if (options.save) {
    const file = join(world.baselinesDir, `${result.dataset}.${result.split}.json`);
    await writeResult(file, result);
    world.print(`\nSaved ${file}.`);
  }
  if (evaluation.errors === questions.length) {
    world.print('Could not run: every request failed.');
    return 2;
  }
  const isHeld = gate === null || gate.breaches.length === 0;
  const isSame = (deviations ?? []).length === 0;
  return isSame && isHeld && (comparison === null || !isWorse(comparison)) ? 0 : 1;
}

/** The documents the questions were written on; a service's own may be all there is. */
async function textsOf(
  dataset: Dataset,
  { url, openai }: Options,
  { readDocuments }: Surroundings,
): Promise<ReadonlyMap<string, string> | null> {
  if (readDocuments === undefined) return null;
  try {
    const documents = await readDocuments(dataset);
    return new Map(documents.map(({ id, text }) => [id, text]));
  } catch (error) {
    if ((url ?? openai) !== undefined) return null;
    throw error;
  }
}

function chosenQuestions({ split }: Options, { name, questions }: Dataset): QuestionRecord[] {
  const chosen = questions.filter((one) => split === 'all' || one.split === split);
  if (chosen.length > 0) return chosen;
  throw new FootnoteError(
    'invalid_request',
    `The dataset ${name} has no question in its ${split} split. Choose another with --split.`,
  );
}

interface Asked {
  readonly evaluation: Evaluation;
  /** What differed when everything was asked again; null where it was not. */
  readonly deviations: readonly Deviation[] | null;
}

async function ask(
  options: Options,
  dataset: Dataset,
  questions: readonly QuestionRecord[],
  target: Target,
  world: Surroundings,
): Promise<Asked> {
  const asking: AskAllOptions = {
    timeoutMs: options.timeout,
    concurrency: options.concurrency,
    onProgress: (done) => world.onProgress?.(done, questions.length),
  };
  const resume = await openResume(options, dataset, questions, target);
  let evaluation: Evaluation;
  try {
    evaluation = await evaluate(target, questions, {
      ...asking,
      ...(resume === null ? {} : { known: resume.known, onOutcome: resume.keep }),
    });
  } finally {
    resume?.close();
  }
  return { evaluation, deviations: await askAgain(options, target, evaluation, asking, world) };
}

async function openResume(
  options: Options,
  { name }: Dataset,
  questions: readonly QuestionRecord[],
  target: Target,
): Promise<ResumeFile | null> {
  if (options.resume === undefined) return null;
  const run: RunIdentity = {
    dataset: name,
    split: options.split,
    questions: createHash('sha256').update(JSON.stringify(questions), 'utf8').digest('hex'),
    target: (await target.identity?.()) ?? target.name ?? 'engine',
    reader: target.reader ?? 'not known',
    timeout: String(options.timeout),
    concurrency: String(options.concurrency),
  };
  return openResumeFile(options.resume, run);
}

async function askAgain(
  { repeat }: Options,
  target: Target,
  { judged }: Evaluation,
  asking: AskAllOptions,
  { print }: Surroundings,
): Promise<readonly Deviation[] | null> {
  if (repeat === 1) return null;
  const rounds: Outcome[][] = [judged.map(({ outcome }) => outcome)];
  const questions = judged.map(({ outcome }) => outcome.question);
  while (rounds.length < repeat) rounds.push(await askAll(target, questions, asking));
  const differing = deviations(rounds);
  print(`${repeatText(repeat, questions.length, differing)}\n`);
  return differing;
}

function aboutOf(options: Options, dataset: Dataset, target: Target, begun: string): About {
  return {
    dataset: dataset.name,
    split: options.split,
    target: target.name ?? options.url ?? options.openai ?? 'the engine in this process',
    begun,
    settings: {
      ...(target.reader === undefined ? {} : { reader: target.reader }),
      'time limit': `${options.timeout} ms a question`,
      'at once': `${options.concurrency} question${options.concurrency === 1 ? '' : 's'}`,
      ...(options.resume === undefined ? {} : { 'outcomes kept in': options.resume }),
    },
  };
}
