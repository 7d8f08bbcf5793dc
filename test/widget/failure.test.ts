import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../src/client/problem-error.js';
import { UnexpectedResponseError } from '../../src/client/unexpected-response-error.js';
import type { ErrorCode } from '../../src/errors.js';
import { PROBLEMS } from '../../src/http/problems.js';
import { failureOf } from '../../src/widget/failure.js';

const surroundings = (online: boolean, there: boolean) => ({
  isOnline: () => online,
  isThere: async () => there,
});

function problem(code: ErrorCode, retryAfterSeconds: number | null = null): ProblemError {
  const { status, title } = PROBLEMS[code];
  return new ProblemError(
    { type: 'urn:x', title, status, code, detail: 'More.', instance: 'urn:y', requestId: 'r' },
    retryAfterSeconds,
  );
}

const unexpected = (status: number) =>
  new UnexpectedResponseError('not Footnote', new Response('x', { status }));

describe('what a failure means for the person who asked', () => {
  it.each([
    ['rate_limited', 'rate-limited'],
    ['overloaded', 'busy'],
    ['not_ready', 'starting'],
    ['timeout', 'timeout'],
    ['origin_not_allowed', 'origin'],
    ['invalid_request', 'refused'],
    ['unauthorized', 'refused'],
    ['internal', 'broken'],
    ['model_unavailable', 'unreachable'],
  ] as const)('%s is %s', async (code, kind) => {
    expect(await failureOf(problem(code, 7), surroundings(true, true))).toEqual({
      kind,
      detail: 'More.',
      retryAfterSeconds: 7,
    });
  });

  it.each([
    [new TypeError('Failed to fetch'), false, false, 'offline'],
    [new TypeError('Failed to fetch'), true, false, 'unreachable'],
    [new TypeError('Failed to fetch'), true, true, 'origin'],
    [unexpected(502), true, true, 'unreachable'],
    [unexpected(429), true, true, 'rate-limited'],
    [unexpected(404), true, true, 'refused'],
    [unexpected(500), true, true, 'broken'],
    [unexpected(200), true, true, 'broken'],
  ])('%s (online %s, there %s) is %s', async (error, online, there, kind) => {
    const failure = await failureOf(error, surroundings(online, there));
    expect(failure).toEqual({ kind, detail: null, retryAfterSeconds: null });
  });
});
