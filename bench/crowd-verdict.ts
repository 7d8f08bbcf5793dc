import { spreadOf } from './spread.js';

/** What many clients met who asked without a pause. */
export interface CrowdOutcome {
  readonly seconds: number;
  readonly clients: number;
  /** How often each status came. */
  readonly statuses: ReadonlyMap<number, number>;
  /** Connections that failed or gave no answer in time. */
  readonly broken: number;
  /** Of every response, refusals included: a client waits for those as well. */
  readonly latenciesMs: readonly number[];
  /** Of the service, in the order it was read, evenly over the time. */
  readonly memoryBytes: readonly number[];
}

export interface CrowdVerdict {
  readonly text: string;
  /** Each promise that was broken; empty where all were kept. */
  readonly broken: readonly string[];
}

const MEGABYTE = 1_000_000;
const MOST_P99_RATIO = 10;
/** What the memory may grow between the first and the last third before it counts as growing. */
const MOST_GROWTH = 1.15;
/** Told to come back: too many requests, or too much to do. */
const POLITE = new Set([200, 429, 503]);

/** Whether a service kept what docs/operations.md promises under load. */
export function judgeCrowd(outcome: CrowdOutcome): CrowdVerdict {
  const { seconds, clients, statuses, latenciesMs, memoryBytes } = outcome;
  const { median, p99 } = spreadOf(latenciesMs);
  const third = Math.ceil(memoryBytes.length / 3);
  const early = spreadOf(memoryBytes.slice(0, third)).median;
  const late = spreadOf(memoryBytes.slice(-third)).median;
  const rude = [...statuses].filter(([status]) => !POLITE.has(status));
  const ratio = (p99 ?? Number.POSITIVE_INFINITY) / median;
  const broken = [
    ...(rude.length > 0 ? [`statuses other than 200, 429 and 503: ${listed(rude)}`] : []),
    ...(outcome.broken > 0 ? [`${outcome.broken} connections failed`] : []),
    ...(p99 === null ? ['fewer than 100 responses'] : []),
    ...(ratio > MOST_P99_RATIO ? [`p99 is ${ratio.toFixed(1)} times the median`] : []),
    ...(late > early * MOST_GROWTH ? ['memory grew'] : []),
  ];
  const text = [
    `${clients} clients, ${seconds} s: ${listed([...statuses])}, ${outcome.broken} connections failed`,
    `${((statuses.get(200) ?? 0) / seconds).toFixed(1)} answers a second; responses: median ${median.toFixed(0)} ms, p99 ${p99?.toFixed(0)} ms, ratio ${ratio.toFixed(2)}`,
    `memory: ${megabytes(early)} MB in the first third, ${megabytes(late)} MB in the last, at most ${megabytes(Math.max(...memoryBytes))} MB`,
  ].join('\n');
  return { text, broken };
}

function listed(statuses: readonly (readonly [number, number])[]): string {
  return statuses.map(([status, count]) => `${count} × ${status}`).join(', ');
}

function megabytes(bytes: number): string {
  return (bytes / MEGABYTE).toFixed(0);
}
