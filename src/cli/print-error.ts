import { FootnoteError } from '../errors.js';
import { EXIT_CODES } from './exit-codes.js';

/**
 * Says on standard error what went wrong and what to do; the stack only where LOG_LEVEL is debug.
 * Gives the exit code.
 */
export function printError(error: unknown, debug: boolean): number {
  const known = error instanceof FootnoteError;
  const message = error instanceof Error ? error.message : String(error);
  const remedy =
    known || debug ? '' : '\nThis was not expected. LOG_LEVEL=debug shows where it happened.';
  process.stderr.write(`footnote: ${message}${remedy}\n`);
  if (debug && error instanceof Error) console.error(error);
  return known && error.code === 'invalid_request' ? EXIT_CODES.misused : EXIT_CODES.failed;
}
