import { FootnoteError } from '../errors.js';
import { EXIT_CODES } from './exit-codes.js';

/**
 * Says on standard error what went wrong and what to do; the stack only where LOG_LEVEL is debug.
 * Gives the exit code.
 */
export function printError(error: unknown, debug: boolean): number {
  const known = error instanceof FootnoteError;
  const { message } = describeFailure(error);
  const remedy =
    known || debug ? '' : '\nThis was not expected. LOG_LEVEL=debug shows where it happened.';
  process.stderr.write(`footnote: ${message}${remedy}\n`);
  if (debug && error instanceof Error) console.error(error);
  if (!known) return EXIT_CODES.failed;
  if (error.code === 'invalid_request') return EXIT_CODES.misused;
  return error.code === 'index_locked' ? EXIT_CODES.locked : EXIT_CODES.failed;
}

/** What a program is told of an error. */
export function describeFailure(error: unknown): {
  readonly code: string;
  readonly message: string;
} {
  const message = error instanceof Error ? error.message : String(error);
  return { code: error instanceof FootnoteError ? error.code : 'internal', message };
}
