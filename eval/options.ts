import { parseArgs } from 'node:util';
import { z } from 'zod';
import { FootnoteError } from '../src/errors.js';
import { optionConflict } from './option-conflicts.js';

/** What `npm run eval -- --help` prints. */
export const HELP = `Measures answers against questions whose answers are known.

Usage: npm run eval -- [options]

  --dataset NAME    folder below eval/datasets/, or the path of a folder (korea-japan)
  --split SPLIT     dev, test or all (test)
  --url URL         ask a service over HTTP instead of the engine in this process
  --openai URL      ask an OpenAI-compatible service instead; its base address, for instance http://127.0.0.1:8787/v1
  --model NAME      of --openai, the model (the first that the service lists)
  --refusal PATTERN  of --openai, a regular expression that tells a refusal of this service; may be given several times
  --api-key-env NAME  of --url and --openai, the environment variable that holds the API key
  --concurrency N   so many questions at once (1)
  --reader NAME     extractive or extractive-light, of the engine in this process (READER, else extractive)
  --timeout MS      milliseconds after which a question counts as failed (30000)
  --resume FILE     keep each outcome in FILE, and go on from what is there
  --html FILE       write the report as one page for a browser
  --json FILE       write figures and every response to FILE
  --junit FILE      write the outcomes as JUnit XML
  --save            keep the figures as the baseline, eval/baselines/<dataset>.<split>.json
  --baseline FILE   compare with saved figures; exit 1 where any is worse
  --tolerance X     how much worse a figure may be, 0 to 1 (0.01)
  --gates           hold the figures against eval/gates.json; exit 1 where any is below its gate
  --gate-save       set the gates of this dataset, split and reader just under the figures
  --check           only check the dataset and count its questions by kind
  --repeat N        ask everything N times; exit 1 where any response differs
  --ablations       ask the engine in this process with each part taken away, and tell what each is worth
  --without A,B     of --ablations, only these parts; an unknown name lists all
  --beir FOLDER     measure retrieval on a test collection in BEIR's layout instead
  --squad FILE      ask the questions of a file in SQuAD's layout over all of its paragraphs instead
  --articles A,B    of --squad, only the paragraphs of these articles
  --ask A,B         of --squad, only the questions of these articles
  --limit N         of --beir and --squad, so many questions at most
  --help            print this

Exit codes: 0 good, 1 below a gate, worse than the baseline or not the same twice, 2 could not run.`;

const names = z
  .string()
  .min(1)
  .transform((list) => list.split(',').map((name) => name.trim()));

const pattern = z
  .string()
  .min(1)
  .transform((source, context) => {
    try {
      return new RegExp(source, 'iu');
    } catch (cause) {
      context.addIssue(`no regular expression: ${cause}`);
      return z.NEVER;
    }
  });

const OptionsSchema = z.object({
  dataset: z.string().min(1).default('korea-japan'),
  split: z.enum(['dev', 'test', 'all']).default('test'),
  url: z.url({ protocol: /^https?$/ }).optional(),
  openai: z.url({ protocol: /^https?$/ }).optional(),
  model: z.string().min(1).optional(),
  'api-key-env': z.string().min(1).optional(),
  refusal: z.array(pattern).optional(),
  concurrency: z.coerce.number().pipe(z.int().min(1).max(64)).default(1),
  resume: z.string().min(1).optional(),
  html: z.string().min(1).optional(),
  junit: z.string().min(1).optional(),
  timeout: z.coerce.number().pipe(z.int().min(1).max(3_600_000)).default(30_000),
  json: z.string().min(1).optional(),
  save: z.boolean().default(false),
  reader: z.enum(['extractive', 'extractive-light']).optional(),
  gates: z.boolean().default(false),
  'gate-save': z.boolean().default(false),
  repeat: z.coerce.number().pipe(z.int().min(1).max(100)).default(1),
  ablations: z.boolean().default(false),
  without: names.optional(),
  check: z.boolean().default(false),
  baseline: z.string().min(1).optional(),
  tolerance: z.coerce.number().pipe(z.number().min(0).max(1)).default(0.01),
  beir: z.string().min(1).optional(),
  squad: z.string().min(1).optional(),
  articles: names.optional(),
  ask: names.optional(),
  limit: z.coerce.number().pipe(z.int().min(1)).optional(),
  help: z.boolean().default(false),
});

export type Options = z.infer<typeof OptionsSchema>;

/** @throws FootnoteError `invalid_request` where an option is unknown or its value wrong. */
export function parseOptions(args: readonly string[]): Options {
  let values: Readonly<Record<string, unknown>>;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        dataset: { type: 'string' },
        split: { type: 'string' },
        url: { type: 'string' },
        openai: { type: 'string' },
        model: { type: 'string' },
        'api-key-env': { type: 'string' },
        refusal: { type: 'string', multiple: true },
        concurrency: { type: 'string' },
        resume: { type: 'string' },
        html: { type: 'string' },
        junit: { type: 'string' },
        timeout: { type: 'string' },
        json: { type: 'string' },
        save: { type: 'boolean' },
        reader: { type: 'string' },
        gates: { type: 'boolean' },
        'gate-save': { type: 'boolean' },
        repeat: { type: 'string' },
        ablations: { type: 'boolean' },
        without: { type: 'string' },
        check: { type: 'boolean' },
        baseline: { type: 'string' },
        tolerance: { type: 'string' },
        beir: { type: 'string' },
        squad: { type: 'string' },
        articles: { type: 'string' },
        ask: { type: 'string' },
        limit: { type: 'string' },
        help: { type: 'boolean' },
      },
    }));
  } catch (cause) {
    throw refusal(cause instanceof Error ? cause.message : String(cause), cause);
  }
  const conflict = optionConflict(new Set(Object.keys(values)));
  if (conflict !== undefined) throw refusal(conflict);
  const parsed = OptionsSchema.safeParse(values);
  if (!parsed.success) throw refusal(z.prettifyError(parsed.error));
  return parsed.data;
}

function refusal(problem: string, cause?: unknown): FootnoteError {
  return new FootnoteError('invalid_request', `${problem}\nSee --help.`, { cause });
}
