import { setTimeout as pause } from 'node:timers/promises';
import { askFromClients } from '../ask-from-clients.js';
import { embedFromClients } from '../embed-from-clients.js';
import type { Measurement, Series } from '../figure.js';
import { type Effort, interleave } from '../interleave.js';
import type { Materials } from '../materials.js';
import { bareNodeBytes, residentBytes } from '../resident-memory.js';
import { startServiceProcess } from '../service-process.js';
import { spreadOf } from '../spread.js';

const CLIENTS = [1, 4, 16];
const MOST = 16;
/** What a service that has answered needs to settle before its memory at rest is read. */
const REST_MS = 1000;

/** Throughput and memory of the built program in its own process; the clients run in this one. */
export async function measureLoad(
  { config, model, questions }: Materials,
  effort: Effort,
  seconds: number,
): Promise<Measurement[]> {
  const service = await startServiceProcess(config, questions[0] as string);
  try {
    await pause(REST_MS);
    const rest = await residentBytes(service.pid);
    const floor = { name: 'bare node process', values: [await bareNodeBytes()] };
    // Starts every thread on both sides and warms code and caches, so that no round pays for it.
    await askFromClients(service.url, questions, { clients: MOST, answers: 2 * questions.length });
    await embedFromClients(model, questions, { clients: MOST, seconds: 1 });

    const crowdedMs: number[] = [];
    const ask = async (clients: number) => {
      const load = await askFromClients(service.url, questions, { clients, seconds });
      if (clients === MOST) crowdedMs.push(...load.latenciesMs);
      return load.perSecond;
    };
    const rates = await interleave(
      Object.fromEntries(
        CLIENTS.flatMap((clients) => [
          [asked(clients), () => ask(clients)],
          [embedded(clients), () => embedFromClients(model, questions, { clients, seconds })],
        ]),
      ),
      effort,
    );
    const rate = (name: string): Series => ({ name, values: rates[name] ?? [] });
    return [
      ...CLIENTS.map(
        (clients): Measurement => ({
          ...rate(asked(clients)),
          unit: 'perSecond',
          beside: rate(embedded(clients)),
        }),
      ),
      {
        ...rate(asked(MOST)),
        unit: 'perSecond',
        beside: rate(asked(1)),
        goal: { of: 'ratio', bound: 'atLeast', limit: 1.7 },
      },
      { ...rate(embedded(MOST)), unit: 'perSecond', beside: rate(embedded(1)) },
      { name: `answer to one of ${MOST} clients`, unit: 'ms', values: crowdedMs },
      ...tail(crowdedMs),
      {
        name: 'memory at rest',
        unit: 'bytes',
        values: [rest],
        beside: floor,
        goal: { of: 'median', bound: 'atMost', limit: 350_000_000 },
      },
      {
        name: 'memory after load',
        unit: 'bytes',
        values: [await residentBytes(service.pid)],
        beside: floor,
      },
    ];
  } finally {
    await service.stop();
  }
}

const asked = (clients: number) => `answers, ${clients} ${clients === 1 ? 'client' : 'clients'}`;
const embedded = (clients: number) => `bare embedding, ${clients} at once`;

/** Nothing where the answers were too few to speak of one in a hundred. */
function tail(latenciesMs: readonly number[]): Measurement[] {
  const { median, p99 } = spreadOf(latenciesMs);
  if (p99 === null) return [];
  return [
    {
      name: `p99 of ${MOST} clients`,
      unit: 'ms',
      values: [p99],
      beside: { name: 'their median', values: [median] },
      goal: { of: 'ratio', bound: 'atMost', limit: 10 },
    },
  ];
}
