import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const PROGRAM = resolve('dist/cli/footnote.js');
export const MODELS_DIR = resolve('node_modules/.cache/footnote/models');

type Environment = Readonly<Record<string, string>>;

/** What a finished run of the program left behind. */
export interface Outcome {
  /** Null where a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The program on its way. */
export interface Running {
  readonly process: ChildProcessWithoutNullStreams;
  readonly outcome: Promise<Outcome>;
  /** The first match in standard error, as soon as it stands there. Fails where the program ends without it. */
  notice(pattern: RegExp): Promise<RegExpExecArray>;
}

/** What these tests are about is what is answered, not how long a machine that runs other tests beside them takes for it. */
const PATIENCE = { ASK_TIMEOUT_MS: '300000' };

/** Starts the built program, in no terminal, with nothing of the caller's settings and all of its input there. */
export function startProgram(
  given: readonly string[],
  environment: Environment,
  input = '',
): Running {
  const child = spawn(process.execPath, [PROGRAM, ...given], {
    env: {
      PATH: process.env['PATH'],
      MODELS_DIR,
      EMBEDDING_WORKERS: '1',
      ...PATIENCE,
      ...environment,
    },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk) => {
    stderr += chunk;
  });
  child.stdin.end(input);
  const outcome = once(child, 'close').then(([code]) => ({ code, stdout, stderr }));
  const notice = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((found, lost) => {
      const look = () => {
        const match = pattern.exec(stderr);
        if (match !== null) found(match);
      };
      child.stderr.on('data', look);
      child.once('close', () => lost(new Error(`no ${pattern} in: ${stderr}`)));
      look();
    });
  return { process: child, outcome, notice };
}

export function runProgram(
  given: readonly string[],
  environment: Environment,
  input = '',
): Promise<Outcome> {
  return startProgram(given, environment, input).outcome;
}

/** A new folder, and how to remove it. */
export async function temporaryFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'footnote-cli-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}
