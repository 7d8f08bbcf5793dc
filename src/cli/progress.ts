import type { Ora } from 'ora';
import type { Reporter } from '../compose.js';
import { createPace } from './pace.js';
import { terminalOf } from './terminal.js';

const STAGES = {
  embed: 'Embedding documents',
  write: 'Writing the index',
  verify: 'Verifying the index',
} as const;

const BAR_WIDTH = 24;

export interface Progress extends Reporter {
  /** Takes the bar away. */
  end(): void;
}

/** Tells a person how the work goes: a bar in a terminal, a line a stage elsewhere. */
export function createProgress(stream: NodeJS.WriteStream): Progress {
  const { dim } = terminalOf(stream, process.env);
  const pace = createPace();
  let bar: Ora | undefined;
  let stage = '';
  let latest = '';

  function show(title: string, share: number, count: string): void {
    latest = `${title} ${dim(drawn(share))} ${count}`;
    if (!stream.isTTY) {
      if (title !== stage) stream.write(`${title} …\n`);
    } else if (stage === '') {
      void startBar();
    } else if (bar !== undefined) {
      bar.text = latest;
    }
    stage = title;
  }

  // Loaded only for a person who watches.
  async function startBar(): Promise<void> {
    const { default: ora } = await import('ora');
    if (stage !== '') bar = ora({ text: latest, stream, discardStdin: false }).start();
  }

  function line(text: string): void {
    bar?.clear();
    stream.write(`${text}\n`);
  }

  return {
    step: (step) => {
      const { stage: at, done, total } = step;
      const count = at === 'embed' ? pace.tell(step) : `${done} of ${total}`;
      show(STAGES[at], total === 0 ? 1 : done / total, count);
    },
    download: ({ file, loadedBytes, totalBytes }) => {
      const whole = totalBytes ?? Number.POSITIVE_INFINITY;
      const of = totalBytes === null ? '' : ` of ${megabytes(totalBytes)}`;
      show(`Fetching ${file}`, loadedBytes / whole, `${megabytes(loadedBytes)}${of} MB`);
    },
    problem: ({ file, line: at, message, remedy }) =>
      line(`Skipped ${file}${at === null ? '' : `, line ${at}`}: ${message} ${remedy}`),
    warning: line,
    end() {
      stage = '';
      pace.reset();
      bar?.stop();
      bar = undefined;
    },
  };
}

function drawn(share: number): string {
  const filled = Math.round(Math.min(1, Math.max(0, share)) * BAR_WIDTH);
  return '█'.repeat(filled) + '░'.repeat(BAR_WIDTH - filled);
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}
