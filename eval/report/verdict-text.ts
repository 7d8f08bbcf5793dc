import type { Finding } from './findings/finding.js';
import type { Report } from './report.js';
import { terminalLine } from './terminal-line.js';

const SIGNS: Readonly<Record<Finding['kind'], string>> = { fault: '✗', caution: '!', good: '✓' };
/** Ids that a line names, at most. */
const NAMED = 5;

/** What the run shows, as the first lines in a terminal. */
export function verdictText({ headline, findings }: Pick<Report, 'headline' | 'findings'>): string {
  return ['What this run shows', `  ${headline}`, ...findings.map(line)].join('\n');
}

function line({ kind, text, questions }: Finding): string {
  const more = questions.length > NAMED ? ', …' : '';
  const named = questions.length === 0 ? '' : ` (${questions.slice(0, NAMED).join(', ')}${more})`;
  return `  ${SIGNS[kind]} ${terminalLine(text)}${named}`;
}
