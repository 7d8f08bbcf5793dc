import { percentile } from '../metrics/percentile.js';
import type { Outcome } from '../outcome.js';

/** What a chat model did over a set of questions. */
export interface ChatFigures {
  /** Responses that say what a chat model had to do with them. */
  readonly responses: number;
  /** Those that it wrote. */
  readonly byModel: number;
  /** The others, by the reason. */
  readonly fallbacks: Readonly<Record<string, number>>;
  /** Questions searched for in its words. */
  readonly reworded: number;
  readonly written: number;
  readonly verified: number;
  readonly repaired: number;
  readonly dropped: number;
  /** How many times a sentence failed each check, the most frequent first. */
  readonly failures: Readonly<Record<string, number>>;
  readonly calls: number;
  readonly promptTokens: number;
  readonly completionTokens: number;
  /** Whether some of the tokens were estimated by length. */
  readonly isEstimated: boolean;
  /** Median and 95th percentile of the milliseconds spent waiting for it, of the questions it was asked; null where it was asked none. */
  readonly waitP50Ms: number | null;
  readonly waitP95Ms: number | null;
}

/** Undefined where no response speaks of a chat model. */
export function chatFigures(outcomes: readonly Outcome[]): ChatFigures | undefined {
  const told = outcomes.flatMap(({ response }) => response?.diagnostics ?? []);
  if (told.length === 0) return undefined;
  const sum = (of: (one: (typeof told)[number]) => number) =>
    told.reduce((total, one) => total + of(one), 0);
  const waits = told.filter(({ calls }) => calls > 0).map(({ modelMs }) => modelMs);
  return {
    responses: told.length,
    byModel: sum(({ reader }) => (reader === 'chat' ? 1 : 0)),
    fallbacks: counted(told.flatMap(({ fallback }) => (fallback === null ? [] : [[fallback, 1]]))),
    reworded: sum(({ questions }) => (questions === 'model' ? 1 : 0)),
    written: sum(({ sentences }) => sentences.written),
    verified: sum(({ sentences }) => sentences.verified),
    repaired: sum(({ sentences }) => sentences.repaired),
    dropped: sum(({ sentences }) => sentences.dropped),
    failures: counted(told.flatMap(({ failures }) => Object.entries(failures))),
    calls: sum(({ calls }) => calls),
    promptTokens: sum(({ tokens }) => tokens.prompt),
    completionTokens: sum(({ tokens }) => tokens.completion),
    isEstimated: told.some(({ tokens }) => tokens.estimated),
    waitP50Ms: percentile(waits, 50),
    waitP95Ms: percentile(waits, 95),
  };
}

function counted(pairs: readonly (readonly [string, number])[]): Record<string, number> {
  const sums = new Map<string, number>();
  for (const [name, count] of pairs) sums.set(name, (sums.get(name) ?? 0) + count);
  return Object.fromEntries([...sums].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)));
}
