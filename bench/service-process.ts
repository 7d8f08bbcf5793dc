import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Config } from '../src/config.js';
import { askOverHttp } from './ask-over-http.js';

const ROOT = resolve(import.meta.dirname, '..');
/** How often a service that still opens its index is asked again: far less than what is measured. */
const POLL_MS = 5;
const MOST_START_MS = 180_000;
const STOP_GRACE_MS = 20_000;

/** The built program, serving in a process of its own. */
export interface ServiceProcess {
  readonly url: string;
  readonly pid: number;
  /** Milliseconds from the start of the process to its first answer in hand. */
  readonly firstAnswerMs: number;
  /** Resolves once the process has ended. */
  stop(): Promise<void>;
}

/**
 * Starts `node dist/cli/footnote.js serve` on a free port and asks until it answers.
 * @throws Error where it ends by itself or gives no answer within three minutes, with what it said.
 */
export async function startServiceProcess(
  { corpusDir, indexDir, modelsDir, embeddingWorkers, answersKept }: Config,
  question: string,
): Promise<ServiceProcess> {
  const began = performance.now();
  const child = spawn(process.execPath, [resolve(ROOT, 'dist/cli/footnote.js'), 'serve'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      PORT: '0',
      HOST: '127.0.0.1',
      CORPUS_DIR: corpusDir,
      INDEX_DIR: indexDir,
      MODELS_DIR: modelsDir,
      EMBEDDING_WORKERS: String(embeddingWorkers),
      ANSWERS_KEPT: String(answersKept),
    },
  });
  const ended = once(child, 'exit');
  const stop = () => end(child, ended);
  try {
    const url = await firstAnswer(child, question, began + MOST_START_MS);
    return { url, pid: child.pid as number, firstAnswerMs: performance.now() - began, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function firstAnswer(child: ChildProcess, question: string, latest: number): Promise<string> {
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  while (child.exitCode === null && performance.now() < latest) {
    const url = /starting at (http\S+)/.exec(said)?.[1];
    if (url !== undefined && (await askOverHttp(url, question)) !== undefined) return url;
    await pause(POLL_MS);
  }
  throw new Error(`The service should answer a question and did not. It said:\n${said}`);
}

async function end(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), STOP_GRACE_MS);
  await ended;
  clearTimeout(late);
}
