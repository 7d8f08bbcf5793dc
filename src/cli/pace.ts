import type { BuildStep } from '../indexing/build-progress.js';

const MINUTE_SECONDS = 60;

/** Tells how fast a build goes and how long it will take. */
export interface Pace {
  tell(step: BuildStep): string;
  /** Begins anew. */
  reset(): void;
}

/** @param nowMs A clock. */
export function createPace(nowMs: () => number = () => performance.now()): Pace {
  let began: number | undefined;
  return {
    tell: ({ documents, passages, done, total }) => {
      began ??= nowMs();
      const seconds = (nowMs() - began) / 1000;
      const parts = [`${documents} documents`, `${passages} passages`];
      if (seconds > 0 && passages > 0) parts.push(`${(passages / seconds).toFixed(0)} a second`);
      if (seconds > 0 && done > 0 && done < total)
        parts.push(`${duration((seconds * (total - done)) / done)} left`);
      return parts.join(', ');
    },
    reset: () => {
      began = undefined;
    },
  };
}

function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 2 * MINUTE_SECONDS) return `${whole} s`;
  return `${Math.ceil(whole / MINUTE_SECONDS)} min`;
}
