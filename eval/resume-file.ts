import { appendFileSync, closeSync, ftruncateSync, openSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { FootnoteError } from '../src/errors.js';
import type { Outcome } from './outcome.js';

/** What must be the same for a run to go on: each by its name, in words a person understands. */
export type RunIdentity = Readonly<Record<string, string>>;

/** Outcomes that a run wrote down, question by question. */
export interface ResumeFile {
  /** By id of the question. */
  readonly known: ReadonlyMap<string, Outcome>;
  /** On disk once this returns. */
  keep(outcome: Outcome): void;
  close(): void;
}

const HeaderSchema = z.object({
  format: z.literal('footnote-evaluation-run'),
  version: z.literal(1),
  run: z.record(z.string(), z.string()),
});

const OutcomeSchema = z.object({ question: z.object({ id: z.string() }), latencyMs: z.number() });

/**
 * Opens a file of outcomes, a JSON object a line, the first of which says what run they are of; creates it where it is not there.
 * A last line that was cut off by a crash is taken away.
 * @throws FootnoteError `invalid_request` where it is of another run, is no such file, or cannot be written
 */
export function openResumeFile(path: string, run: RunIdentity): ResumeFile {
  const header = `${JSON.stringify({ format: 'footnote-evaluation-run', version: 1, run })}\n`;
  const bytes = bytesOf(path);
  const end = bytes.lastIndexOf('\n') + 1;
  const [first, ...lines] = bytes.subarray(0, end).toString('utf8').split('\n').slice(0, -1);
  // A file of something else must stay as it is, so the first line is looked at before anything is written.
  if (first !== undefined) checkHeader(path, first, run);
  else if (!header.startsWith(bytes.toString('utf8'))) throw refusal(noOutcomes(path));
  const known = new Map<string, Outcome>();
  for (const [place, line] of lines.entries()) {
    const outcome = outcomeOf(line);
    if (outcome === undefined)
      throw refusal(
        `${path}:${place + 2} is no outcome. Name another file, or take that line away.`,
      );
    known.set(outcome.question.id, outcome);
  }
  const file = openForAppending(path);
  if (end < bytes.length) ftruncateSync(file, end);
  if (first === undefined) appendFileSync(file, header);
  return {
    known,
    keep: (outcome) => appendFileSync(file, `${JSON.stringify(outcome)}\n`),
    close: () => closeSync(file),
  };
}

function openForAppending(path: string): number {
  try {
    return openSync(path, 'a', 0o600);
  } catch (cause) {
    throw refusal(`${path} cannot be written: ${cause}. Name another file.`, cause);
  }
}

function bytesOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0);
    throw refusal(`${path} cannot be read: ${cause}. Name another file.`, cause);
  }
}

function checkHeader(path: string, line: string, run: RunIdentity): void {
  const header = HeaderSchema.safeParse(json(line)).data;
  if (header === undefined) throw refusal(noOutcomes(path));
  const names = [...new Set([...Object.keys(header.run), ...Object.keys(run)])];
  const other = names.filter((name) => header.run[name] !== run[name]);
  if (other.length === 0) return;
  const differences = other.map(
    (name) => `${name} was "${header.run[name] ?? 'not set'}" and is "${run[name] ?? 'not set'}"`,
  );
  throw refusal(
    `${path} is of another run: ${differences.join('; ')}. Run it as it was begun, or name another file.`,
  );
}

function noOutcomes(path: string): string {
  return `${path} holds no outcomes of a run. Name another file.`;
}

function outcomeOf(line: string): Outcome | undefined {
  const value = json(line);
  return OutcomeSchema.safeParse(value).success ? (value as Outcome) : undefined;
}

function json(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function refusal(message: string, cause?: unknown): FootnoteError {
  return new FootnoteError('invalid_request', message, { cause });
}
