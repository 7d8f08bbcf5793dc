import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { ERROR_CODES, FootnoteError } from '../errors.js';

const count = z.int().min(0);
const OutcomeSchema = z.union([
  z.object({
    built: z.boolean(),
    fingerprint: z.string(),
    seconds: z.number(),
    counts: z.object({ documents: count, passages: count, sentences: count }),
    work: z.object({ read: count, removed: count, embedded: count, reused: count }),
    problems: z.array(
      z.object({
        file: z.string(),
        line: z.union([z.int(), z.null()]),
        message: z.string(),
        remedy: z.string(),
      }),
    ),
  }),
  z.object({ error: z.object({ code: z.enum(ERROR_CODES), message: z.string() }) }),
]);

export type IndexOutcome = Exclude<z.infer<typeof OutcomeSchema>, { error: unknown }>;

/**
 * Brings the index up to date in a process of its own: what costs time there holds up no question here,
 * its memory is free when it ends, and whatever happens to it, this process goes on.
 * @param program The program's file, `process.argv[1]`
 * @throws FootnoteError what the process failed with
 */
export async function runIndexProcess(program: string, signal: AbortSignal): Promise<IndexOutcome> {
  const child = spawn(process.execPath, [program, 'index', '--json'], {
    stdio: ['ignore', 'pipe', 'ignore'],
    signal,
  });
  const ended = once(child, 'close');
  const [printed] = await Promise.all([text(child.stdout), ended]);
  const outcome = OutcomeSchema.safeParse(parsed(printed));
  if (!outcome.success)
    throw new FootnoteError(
      'internal',
      `The process that builds the index ended without a word (status ${child.exitCode}, signal ${child.signalCode}). Run \`footnote index\` to see why.`,
    );
  if ('error' in outcome.data)
    throw new FootnoteError(outcome.data.error.code, outcome.data.error.message);
  return outcome.data;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
