import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { readConfig } from '../src/config.js';
import type { AskResponse } from '../src/contract/ask.js';
import { askRequest } from './ask-over-http.js';
import { wrongCitations } from './churn/check-answer.js';
import { killChildren } from './churn/kill-builds.js';
import { createMovingCorpus, type MovingCorpus } from './churn/moving-corpus.js';
import { machineText, thisMachine } from './machine.js';
import { type ServiceProcess, startServiceProcess } from './service-process.js';

// Edits, removes and renames files and kills builds while clients ask without a pause: no answer may cite what its
// source did not say, no question may fail, and in the end answers follow from the files as they are.

const ROOT = resolve(import.meta.dirname, '..');
const CHANGE_EVERY_MS = 250;
const KILL_EVERY_MS = 5000;
/** So that some builds end. */
const KILLED_SHARE = 0.35;
/** For all that was changed last to be answered from. */
const MOST_SETTLING_MS = 300_000;

const { values: options } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    clients: { type: 'string', default: '4' },
  },
});

const tally = { questions: 0, citations: 0, changes: 0, kills: 0 };
const faults: string[] = [];
const indexes = new Set<string>();

async function ask({ url }: ServiceProcess, question: string): Promise<AskResponse | undefined> {
  tally.questions += 1;
  try {
    const response = await fetch(`${url}/v1/ask`, askRequest(question));
    if (response.status === 200) {
      const answer = (await response.json()) as AskResponse;
      indexes.add(answer.index.fingerprint);
      return answer;
    }
    faults.push(`status ${response.status}: ${await response.text()}`);
  } catch (error) {
    faults.push(`no answer: ${error}`);
  }
  return undefined;
}

async function askOn(service: ServiceProcess, corpus: MovingCorpus, until: AbortSignal) {
  while (!until.aborted) {
    const answer = await ask(service, corpus.question());
    if (answer === undefined) continue;
    tally.citations += answer.citations.length;
    faults.push(...wrongCitations(answer, corpus.versions));
  }
}

async function again(everyMs: number, until: AbortSignal, work: () => Promise<void>) {
  while (!until.aborted) {
    await work();
    await pause(everyMs, undefined, { signal: until }).catch(() => undefined);
  }
}

/** Until each file that is there is cited as it is now. */
async function settle(service: ServiceProcess, corpus: MovingCorpus): Promise<number> {
  const began = performance.now();
  for (const { question, hash } of corpus.current()) {
    for (;;) {
      const answer = await ask(service, question);
      if (answer?.citations.some(({ documentHash }) => documentHash === hash)) break;
      if (performance.now() - began > MOST_SETTLING_MS) {
        faults.push(`"${question}" is not answered from ${hash}`);
        return performance.now() - began;
      }
      await pause(CHANGE_EVERY_MS);
    }
  }
  return performance.now() - began;
}

console.log(machineText(thisMachine()));
execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: ROOT, stdio: 'inherit' });
const dir = await mkdtemp(join(tmpdir(), 'footnote-churn-'));
try {
  const [corpusDir, scratchDir] = [join(dir, 'corpus'), await mkdtemp(join(dir, 'scratch-'))];
  const corpus = await createMovingCorpus(corpusDir, scratchDir);
  const config = { ...readConfig(process.env), corpusDir, indexDir: join(dir, 'index') };
  const modelsDir = process.env['MODELS_DIR'] ?? join(ROOT, 'index/models');
  const service = await startServiceProcess({ ...config, modelsDir }, corpus.question());
  try {
    const until = AbortSignal.timeout(Number(options.seconds) * 1000);
    const clients = Array.from({ length: Number(options.clients) }, () =>
      askOn(service, corpus, until),
    );
    const editing = again(CHANGE_EVERY_MS, until, async () => {
      await corpus.change();
      tally.changes += 1;
    });
    const killing = again(KILL_EVERY_MS, until, async () => {
      if (Math.random() < KILLED_SHARE) tally.kills += await killChildren(service.pid);
    });
    await Promise.all([...clients, editing, killing]);
    const settledMs = await settle(service, corpus);
    console.log(
      `${tally.questions} questions during ${tally.changes} changes and ${tally.kills} builds killed, answered from ${indexes.size} indexes; ${tally.citations} citations checked; after the last change all answers followed within ${(settledMs / 1000).toFixed(1)} s.`,
    );
  } finally {
    await service.stop();
  }
} finally {
  await rm(dir, { recursive: true, force: true });
}
for (const fault of [...new Set(faults)].slice(0, 20)) console.log(`Broken: ${fault}`);
console.log(faults.length === 0 ? 'Nothing was broken.' : `${faults.length} faults.`);
if (faults.length > 0) process.exitCode = 1;
