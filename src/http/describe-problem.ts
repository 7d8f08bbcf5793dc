import type { Problem } from '../contract/problem.js';
import type { ErrorCode } from '../errors.js';
import { PROBLEMS } from './problems.js';

export interface ProblemParts {
  readonly code: ErrorCode;
  /** Shown only where the code is one that speaks to the client. */
  readonly detail: string;
  readonly requestId: string;
  readonly errors?: Problem['errors'];
}

/** The problem document of an error. */
export function describeProblem({ code, detail, requestId, errors }: ProblemParts): Problem {
  const { status, title, speaks } = PROBLEMS[code];
  return {
    type: `urn:footnote:problem:${code}`,
    title,
    status,
    code,
    detail: speaks ? detail : `The log of the service says more under request ${requestId}.`,
    instance: `urn:footnote:request:${requestId}`,
    requestId,
    ...(errors === undefined ? {} : { errors }),
  };
}
