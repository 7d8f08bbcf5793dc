/** Where progress is shown: standard error. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Told how many questions are done. */
export type Progress = (done: number, all: number) => void;

const BAR_WIDTH = 24;
/** A log gets a line about every so many per cent. */
const LOG_STEP = 10;

/**
 * Shows how far a run is: a bar with the time it is likely to take yet in a terminal, a line every tenth of the way in a log.
 * @param now Milliseconds, from any beginning.
 */
export function createProgress(stream: ProgressStream, now: () => number): Progress {
  let begun: number | undefined;
  let from = 0;
  let told = -1;
  return (done, all) => {
    if (begun === undefined) {
      begun = now();
      from = done;
    }
    if (stream.isTTY !== true) {
      const step = Math.floor((done / all) * (100 / LOG_STEP));
      if (step > told) stream.write(`${done} of ${all} questions\n`);
      told = Math.max(told, step);
      return;
    }
    const filled = Math.round((done / all) * BAR_WIDTH);
    const bar = '█'.repeat(filled) + '░'.repeat(BAR_WIDTH - filled);
    const left = done > from ? ((now() - begun) / (done - from)) * (all - done) : null;
    const line = `${bar} ${done} of ${all} questions${done === all || left === null ? '' : `, ${clock(left)} left`}`;
    stream.write(
      `\r\u001b[2K${line.slice(0, (stream.columns ?? 80) - 1)}${done === all ? '\n' : ''}`,
    );
  };
}

function clock(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
