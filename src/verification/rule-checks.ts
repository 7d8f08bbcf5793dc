import type { ClaimCheck, ClaimFailure } from '../domain/claim-check.js';
import { belongingFailures } from './belonging-check.js';
import { dateFailures } from './date-check.js';
import { directionFailures } from './direction-check.js';
import { figureFailures } from './figure-check.js';
import { hedgeFailures } from './hedge-check.js';
import { nameFailures } from './name-check.js';
import { negationFailures } from './negation-check.js';
import { roleFailures } from './role-check.js';
import { scopeFailures } from './scope-check.js';
import type { Statement } from './statement.js';
import { told } from './told.js';

type Check = (claim: Statement, pieces: readonly Statement[]) => readonly string[];

const CHECKS: readonly (readonly [ClaimCheck, Check])[] = [
  ['figure', figureFailures],
  ['date', dateFailures],
  ['name', nameFailures],
  ['figure', belongingFailures],
  ['negation', negationFailures],
  ['direction', directionFailures],
  ['role', roleFailures],
  ['hedge', hedgeFailures],
  ['scope', scopeFailures],
];

/** What of a sentence its evidence does not bear out, by rules that look at words alone. */
export function ruleFailures(claim: Statement, pieces: readonly Statement[]): ClaimFailure[] {
  return CHECKS.flatMap(([check, look]) => told(check, look(claim, pieces)));
}
