import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';
import { loadDataset } from '../eval/dataset/load-dataset.js';
import { readConfig } from '../src/config.js';
import { askRequest } from './ask-over-http.js';
import { type CrowdOutcome, judgeCrowd } from './crowd-verdict.js';
import { machineText, thisMachine } from './machine.js';
import { residentBytes } from './resident-memory.js';
import { type ServiceProcess, startServiceProcess } from './service-process.js';

const ROOT = resolve(import.meta.dirname, '..');
const MEMORY_EVERY_MS = 500;
/** Until every thread runs and caches are filled, memory grows as it should. */
const WARM_UP_SECONDS = 5;
/** Not a limit of ours: what is not answered by then counts as broken. */
const CLIENT_TIMEOUT_SECONDS = 60;

const { values: options } = parseArgs({
  options: {
    clients: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '30' },
  },
});

/** Asks the built program as many clients at once, on loopback, each without a pause. */
async function askAsCrowd(
  service: ServiceProcess,
  questions: readonly string[],
  clients: number,
  seconds: number,
): Promise<CrowdOutcome> {
  const statuses = new Map<number, number>();
  const latenciesMs: number[] = [];
  const memoryBytes: number[] = [await residentBytes(service.pid)];
  const watch = setInterval(async () => {
    memoryBytes.push(await residentBytes(service.pid));
  }, MEMORY_EVERY_MS);
  const result = await new Promise<autocannon.Result>((done, failed) => {
    const running = autocannon(
      {
        url: `${service.url}/v1/ask`,
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        requests: questions.map((question) => ({ body: askRequest(question).body })),
        connections: clients,
        duration: seconds,
        timeout: CLIENT_TIMEOUT_SECONDS,
      },
      (error, outcome) => (error ? failed(error) : done(outcome)),
    );
    running.on('response', (_client, status, _bytes, ms) => {
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      latenciesMs.push(ms);
    });
  }).finally(() => clearInterval(watch));
  const broken = result.errors + result.timeouts;
  return { seconds, clients, statuses, broken, latenciesMs, memoryBytes };
}

console.log(machineText(thisMachine()));
execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: ROOT, stdio: 'inherit' });
const { questions } = await loadDataset('korea-japan');
const asked = questions.filter(({ split }) => split === 'dev').map(({ question }) => question);
// Every question is worked on: answers out of memory would tell nothing about load.
const config = { ...readConfig(process.env), answersKept: 0 };
const service = await startServiceProcess(config, asked[0] ?? 'What is this about?');
try {
  const clients = Number(options.clients);
  await askAsCrowd(service, asked, clients, WARM_UP_SECONDS);
  const verdict = judgeCrowd(await askAsCrowd(service, asked, clients, Number(options.seconds)));
  console.log(verdict.text);
  for (const problem of verdict.broken) console.log(`Broken: ${problem}`);
  if (verdict.broken.length > 0) process.exitCode = 1;
} finally {
  await service.stop();
}
