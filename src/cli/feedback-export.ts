import { writeFile } from 'node:fs/promises';
import { FootnoteError } from '../errors.js';
import { readFeedback } from '../feedback/read-feedback.js';
import { EXIT_CODES } from './exit-codes.js';
import { feedbackCases } from './feedback-cases.js';
import { feedbackDir } from './feedback-dir.js';

/** `footnote feedback export`: writes evaluation cases, a JSON object a line, and gives the exit code. */
export async function exportFeedback({ out }: { readonly out?: string }): Promise<number> {
  const { entries, unreadable } = await readFeedback(feedbackDir());
  const cases = feedbackCases(entries);
  const lines = cases.map((one) => `${JSON.stringify(one)}\n`).join('');
  if (out === undefined) process.stdout.write(lines);
  else await writeNewFile(out, lines);
  const skipped = unreadable > 0 ? `; ${unreadable} lines could not be read` : '';
  process.stderr.write(
    `${cases.length} cases to be reviewed${skipped}. Once they are, they belong into a folder below eval/datasets.\n`,
  );
  return EXIT_CODES.done;
}

/** What somebody may have reviewed already is not written over. */
async function writeNewFile(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text, { flag: 'wx' });
  } catch (cause) {
    const exists = (cause as NodeJS.ErrnoException).code === 'EEXIST';
    const why = exists
      ? 'is there already; name another file'
      : 'cannot be written; name another file';
    throw new FootnoteError('invalid_request', `${path} ${why}.`, { cause });
  }
}
