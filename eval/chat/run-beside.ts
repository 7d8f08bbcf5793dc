import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { FootnoteError } from '../../src/errors.js';
import { meanChanges } from '../compare.js';
import { loadDataset } from '../dataset/load-dataset.js';
import { type Evaluation, evaluate } from '../evaluate.js';
import { mcnemar } from '../metrics/mcnemar.js';
import { isBeyondChance } from '../metrics/paired-difference.js';
import { type Result, resultOf } from '../result-file.js';
import { openTarget } from '../target/open-target.js';
import { type Beside, besideText } from './beside-text.js';
import { chatFigures } from './chat-figures.js';
import { type StandInModel, startStandInModel } from './stand-in-model.js';

const HELP = `Usage: npm run eval:chat -- [options]

Asks the questions of a dataset twice, of the extractive reader alone and with the chat model of CHAT_BASE_URL,
CHAT_MODEL and CHAT_API_KEY, and prints both beside each other, what became of the model's sentences and what it cost.

  --dataset NAME   korea-japan unless told
  --split SPLIT    dev, test or all; test unless told
  --reader READER  extractive unless told, or extractive-light
  --limit N        the first N questions only
  --json FILE      writes all of it as JSON
  --stand-in       in place of a model, a program that copies quotes and plants faults: shows what is let through`;

const OptionsSchema = z.strictObject({
  dataset: z.string().min(1).default('korea-japan'),
  split: z.enum(['dev', 'test', 'all']).default('test'),
  reader: z.enum(['extractive', 'extractive-light']).default('extractive'),
  limit: z.coerce.number().pipe(z.int().min(1)).default(Number.MAX_SAFE_INTEGER),
  json: z.string().min(1).optional(),
  'stand-in': z.boolean().default(false),
  help: z.boolean().default(false),
});

type Environment = Readonly<Record<string, string | undefined>>;

export interface BesideWorld {
  readonly print: (text: string) => void;
  readonly warn: (text: string) => void;
  readonly onProgress?: (done: number, all: number) => void;
}

/** @returns The exit code: 0 done, 2 could not run. */
export async function runBeside(
  args: readonly string[],
  environment: Environment,
  world: BesideWorld,
): Promise<0 | 2> {
  let standIn: StandInModel | undefined;
  try {
    const options = optionsOf(args);
    if (options.help) {
      world.print(HELP);
      return 0;
    }
    standIn = options['stand-in'] ? await startStandInModel() : undefined;
    const named =
      standIn === undefined
        ? environment
        : { ...environment, CHAT_BASE_URL: standIn.baseUrl, CHAT_MODEL: 'stand-in' };
    const { beside, answers } = await measureBoth(options, named, world);
    world.print(besideText(beside));
    if (standIn !== undefined) world.print(plantedText(standIn, answers));
    if (options.json !== undefined)
      await writeFile(options.json, `${JSON.stringify(beside, null, 2)}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof FootnoteError)) throw error;
    world.print(`Could not run: ${error.message}`);
    return 2;
  } finally {
    await standIn?.close();
  }
}

function optionsOf(args: readonly string[]): z.infer<typeof OptionsSchema> {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        dataset: { type: 'string' },
        split: { type: 'string' },
        reader: { type: 'string' },
        limit: { type: 'string' },
        json: { type: 'string' },
        'stand-in': { type: 'boolean' },
        help: { type: 'boolean' },
      },
    });
    return OptionsSchema.parse(values);
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new FootnoteError('invalid_request', `${why}\n\n${HELP}`);
  }
}

async function measureBoth(
  { dataset: name, split, reader, limit }: z.infer<typeof OptionsSchema>,
  environment: Environment,
  { warn, onProgress }: BesideWorld,
): Promise<{ beside: Beside; answers: readonly string[] }> {
  const { CHAT_BASE_URL: server, CHAT_MODEL: model, ...rest } = environment;
  if (!server || !model)
    throw new FootnoteError(
      'invalid_request',
      'CHAT_BASE_URL and CHAT_MODEL name no chat model. Set both, for instance CHAT_BASE_URL=http://127.0.0.1:11434/v1 CHAT_MODEL=llama3.2, or give --stand-in.',
    );
  const dataset = await loadDataset(name);
  const questions = dataset.questions
    .filter((one) => split === 'all' || one.split === split)
    .slice(0, limit);

  async function measure(variables: Environment, done: number): Promise<Evaluation> {
    const target = await openTarget({ reader }, dataset, variables, warn);
    try {
      return await evaluate(target, questions, {
        timeoutMs: Number(environment['ASK_TIMEOUT_MS'] || 0) || 60_000,
        onProgress: (now) => onProgress?.(done + now, 2 * questions.length),
      });
    } finally {
      await target.close();
    }
  }

  const without = await measure({ ...rest, CHAT_API_KEY: undefined }, 0);
  const withModel = await measure(environment, questions.length);
  const outcomes = withModel.judged.map(({ outcome }) => outcome);
  const chat = chatFigures(outcomes);
  if (chat === undefined)
    throw new FootnoteError('invalid_request', 'No answer says what the chat model did.');
  const results = [without, withModel].map((one) => resultOf(one, { dataset: name, split }));
  const [before, after] = results as [Result, Result];
  const [lost, won] = [flips(before, after), flips(after, before)];
  return {
    answers: outcomes.flatMap(({ response }) => response?.answer?.text ?? []),
    beside: {
      dataset: name,
      split,
      questions: questions.length,
      reader,
      model: `${model} at ${new URL(server).origin}`,
      without: without.overall,
      with: withModel.overall,
      errors: { without: without.errors, with: withModel.errors },
      changes: meanChanges(before, after).filter(isBeyondChance),
      lost,
      won,
      chance: mcnemar(lost, won),
      chat,
    },
  };
}

/** Questions that are right in the one and not in the other. */
function flips(right: Result, wrong: Result): number {
  return Object.entries(right.outcomes).filter(
    ([id, one]) => one.right && wrong.outcomes[id]?.right === false,
  ).length;
}

/** How many of the planted faults there were, and how many stand in an answer. */
function plantedText({ planted }: StandInModel, answers: readonly string[]): string {
  const seen = [...planted].map(([kind, texts]) => ({
    kind,
    of: texts.size,
    texts: [...texts].filter((text) => answers.some((answer) => answer.includes(text))),
  }));
  const counts = seen.map(({ kind, of, texts }) => `${kind} ${texts.length} of ${of}`);
  return [
    `\nPlanted faults that stand in an answer: ${counts.join(', ')}.`,
    ...seen.flatMap(({ kind, texts }) => texts.map((text) => `  ${kind}: ${text}`)),
  ].join('\n');
}
