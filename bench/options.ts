import { parseArgs } from 'node:util';
import { FootnoteError } from '../src/errors.js';

/** What `npm run bench -- --help` prints. */
export const HELP = `Measures speed, each figure beside a floor or a peer from the same run.

Usage: npm run bench -- [options]

  --quick       few repeats; ends within a minute on a machine with nothing else to do
  --json FILE   also write all figures and every value to FILE (bench/out/ keeps each run)
  --help        print this

Exit codes: 0 measured, whether goals were reached or not; 2 could not run.`;

export interface Options {
  readonly quick: boolean;
  /** File to write the figures to. */
  readonly json: string | undefined;
  readonly help: boolean;
}

/** @throws FootnoteError `invalid_request` where an option is unknown or lacks its value. */
export function parseOptions(args: readonly string[]): Options {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        quick: { type: 'boolean', default: false },
        json: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    return { quick: values.quick, json: values.json, help: values.help };
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause);
    throw new FootnoteError('invalid_request', `${problem}\nSee --help.`, { cause });
  }
}
