import { join } from 'node:path';

/** The one file of a feedback folder: a JSON object a line, only ever added to. */
export function feedbackFile(dir: string): string {
  return join(dir, 'feedback.jsonl');
}
