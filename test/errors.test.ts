import { describe, expect, it } from 'vitest';
import { ERROR_CODES, FootnoteError } from '../src/errors.js';

describe('FootnoteError', () => {
  it('carries code, message, facts and cause', () => {
    const cause = new Error('disk full');
    const details = { file: 'a.md', line: 3 };
    const error = new FootnoteError('index_write_failed', 'Free some space.', { cause, details });
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({
      name: 'FootnoteError',
      code: 'index_write_failed',
      message: 'Free some space.',
      details,
      cause,
    });
  });

  it('has no cause and no facts where none are given', () => {
    const error = new FootnoteError('internal', 'x');
    expect('cause' in error).toBe(false);
    expect(error.details).toEqual({});
  });

  it('has codes that are each there once and written alike', () => {
    expect(new Set(ERROR_CODES).size).toBe(ERROR_CODES.length);
    for (const code of ERROR_CODES) expect(code).toMatch(/^[a-z]+(_[a-z]+)*$/);
  });
});
