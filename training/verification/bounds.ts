import { type NearnessBounds, nearnessFailures } from '../../src/verification/similarity-check.js';
import type { Judged } from './judged.js';

/** Share of true sentences that the bounds may cost, of those that the rules let pass. */
const MOST_LOST = 0.03;

const COSINES = Array.from(
  { length: 13 },
  (_, step) => Math.round((0.3 + 0.05 * step) * 100) / 100,
);
const SHARES = Array.from({ length: 10 }, (_, step) => Math.round((0.4 + 0.05 * step) * 100) / 100);
const RUNS = [1, 2, 3, 4];

/**
 * The bounds that stop most false sentences of those the rules let pass and cost at most 3 % of the true ones; of equal ones
 * the strictest cosine, then the strictest share, since what lies beyond is about something else.
 */
export function bestBounds(judged: readonly Judged[]): NearnessBounds {
  const passed = judged.filter(({ failed }) => failed.length === 0);
  const truths = passed.filter(({ pair }) => pair.kind === 'true');
  const lies = passed.filter(({ pair }) => pair.kind !== 'true');
  const stopped = (some: readonly Judged[], bounds: NearnessBounds) =>
    some.filter(({ nearness }) => nearnessFailures(nearness, bounds).length > 0).length;
  let best: { bounds: NearnessBounds; caught: number } | null = null;
  for (const cosine of COSINES)
    for (const borne of SHARES)
      for (const strangers of [...RUNS].reverse()) {
        const bounds = { cosine, borne, strangers };
        if (stopped(truths, bounds) > MOST_LOST * truths.length) continue;
        const caught = stopped(lies, bounds);
        if (best === null || caught >= best.caught) best = { bounds, caught };
      }
  if (best === null) throw new Error('No bounds keep enough of the true sentences.');
  return best.bounds;
}
