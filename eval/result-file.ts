import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { FootnoteError } from '../src/errors.js';
import type { QuestionRecord } from './dataset/question.js';
import type { Evaluation } from './evaluate.js';
import { FIGURES } from './figures.js';

const MeasuredSchema = z.object({
  value: z.number().nullable(),
  count: z.int().min(0),
  low: z.number().nullable(),
  high: z.number().nullable(),
});

const ResultSchema = z.object({
  dataset: z.string(),
  split: z.enum(['dev', 'test', 'all']),
  /** SHA-256 of the questions asked: results on other questions cannot be compared. */
  questions: z.string(),
  errors: z.int().min(0),
  overall: z.record(z.string(), MeasuredSchema),
  categories: z.record(z.string(), z.record(z.string(), MeasuredSchema)),
  /** By question id: was it right, at which stage did it go wrong, and what it measured by name of figure. */
  outcomes: z.record(
    z.string(),
    z.object({
      right: z.boolean(),
      stage: z.string().nullable(),
      values: z.record(z.string(), z.number().nullable()).optional(),
    }),
  ),
});

/** Figures of one evaluation as saved. Latency is left out: it belongs to a machine, not to a state of the code. */
export type Result = z.infer<typeof ResultSchema>;

/** What of an evaluation is worth keeping; the same for two runs that answered alike. */
export function resultOf(
  evaluation: Evaluation,
  about: { readonly dataset: string; readonly split: Result['split'] },
): Result {
  const questions = evaluation.judged.map((one) => one.outcome.question);
  const kept = FIGURES.filter((figure) => figure.unit !== 'ms').map((figure) => figure.name);
  return ResultSchema.parse({
    ...about,
    questions: hashOf(questions),
    errors: evaluation.errors,
    overall: Object.fromEntries(kept.map((name) => [name, evaluation.overall[name]])),
    categories: evaluation.categories,
    outcomes: Object.fromEntries(
      evaluation.judged.map(({ outcome, score, stage, values }) => [
        outcome.question.id,
        { right: score?.right ?? false, stage, values: roundedValues(values) },
      ]),
    ),
  });
}

/** One line a question, so that a difference between two files shows which changed. */
export async function writeResult(file: string, result: Result): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const { outcomes, ...figures } = result;
  const lines = Object.entries(outcomes).map(
    ([id, outcome]) => `    ${JSON.stringify(id)}: ${JSON.stringify(outcome)}`,
  );
  const head = JSON.stringify({ ...figures, outcomes: {} }, null, 2);
  await writeFile(file, `${head.replace(/\{\}\n\}$/, `{\n${lines.join(',\n')}\n  }\n}`)}\n`);
}

/** What applies to a question, in as many digits as tell two values apart. */
function roundedValues(values: Readonly<Record<string, number | null>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      value === null ? [] : [[name, Number(value.toFixed(6))]],
    ),
  );
}

/** @throws FootnoteError `not_found` where the file cannot be read, `invalid_request` where it is no result. */
export async function readResult(file: string): Promise<Result> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    throw new FootnoteError('not_found', `${file} cannot be read. Write one with --save.`, {
      cause,
    });
  }
  try {
    return ResultSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new FootnoteError(
      'invalid_request',
      `${file} holds no result of an evaluation. Write a new one with --save.`,
      { cause },
    );
  }
}

function hashOf(questions: readonly QuestionRecord[]): string {
  return createHash('sha256').update(JSON.stringify(questions), 'utf8').digest('hex');
}
