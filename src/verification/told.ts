import type { ClaimCheck, ClaimFailure } from '../domain/claim-check.js';

/** Characters of a detail at most. */
const LONGEST = 200;

/**
 * Failures of one check. Details repeat words of a sentence nobody trusts: what could be markup or a link is taken out.
 */
export function told(check: ClaimCheck, details: readonly string[]): ClaimFailure[] {
  return details.map((detail) => ({
    check,
    detail: detail.replace(/[^\p{L}\p{M}\p{N}\s.,;:%$€£¥₩()“”'’-]|:\/\//gu, ' ').slice(0, LONGEST),
  }));
}
