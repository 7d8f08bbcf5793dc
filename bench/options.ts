import { parseArgs } from 'node:util';
import { FootnoteError } from '../src/errors.js';

const LEAST_GROWTH = 1000;

/** What `npm run bench -- --help` prints. */
export const HELP = `Measures speed, each figure beside a floor or a peer from the same run.

Usage: npm run bench -- [options]

  --quick       few repeats; ends within a minute on a machine with nothing else to do
  --growth N    only how time, memory and size grow with made-up passages, from 1,000 to N; takes minutes
                from 100,000 on; writes bench/out/growth.json and growth.svg
  --vectors N   only how the search graph grows with made-up vectors, from 1,000 to N, beside an exact search; a million takes
                an hour or two; writes bench/out/vectors.json and vectors.svg
  --json FILE   also write all figures and every value to FILE (bench/out/ keeps each run)
  --help        print this

Exit codes: 0 measured, whether goals were reached or not; 2 could not run.`;

export interface Options {
  readonly quick: boolean;
  /** File to write the figures to. */
  readonly json: string | undefined;
  /** Passages of the largest index to measure; undefined where speed is measured instead. */
  readonly growth: number | undefined;
  /** Vectors of the largest search graph to measure, instead. */
  readonly vectors: number | undefined;
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
        growth: { type: 'string' },
        vectors: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    const { quick, json, help } = values;
    const growth = sizeOf('growth', values.growth);
    return { quick, json, growth, vectors: sizeOf('vectors', values.vectors), help };
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause);
    throw new FootnoteError('invalid_request', `${problem}\nSee --help.`, { cause });
  }
}

function sizeOf(option: string, given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const size = Number(given);
  if (Number.isInteger(size) && size >= LEAST_GROWTH) return size;
  throw new Error(`--${option} takes a whole number from ${LEAST_GROWTH} on.`);
}
