import type { FeedbackEntry } from '../feedback/feedback-entry.js';
import { groupQuestions, type QuestionGroup } from '../feedback/group-questions.js';
import { readFeedback } from '../feedback/read-feedback.js';
import { EXIT_CODES } from './exit-codes.js';
import { feedbackDir } from './feedback-dir.js';
import { onOneLine } from './wrap-text.js';

const WORDINGS_SHOWN = 5;

/** `footnote feedback report`: lists questions without an answer, alike ones together, and gives the exit code. */
export async function reportFeedback({ json }: { readonly json?: true }): Promise<number> {
  const { entries } = await readFeedback(feedbackDir());
  const groups = groupQuestions(unanswered(entries));
  const text = json ? JSON.stringify({ groups }, null, 2) : reportText(groups);
  process.stdout.write(`${text}\n`);
  return EXIT_CODES.done;
}

/** Each once, also where a verdict came on it. */
function unanswered(entries: readonly FeedbackEntry[]): string[] {
  const questions = new Map<string, string>();
  for (const { answerId, asked } of entries)
    if (asked.status === 'abstained') questions.set(answerId, asked.question);
  return [...questions.values()];
}

function reportText(groups: readonly QuestionGroup[]): string {
  if (groups.length === 0)
    return 'No question without an answer was kept. KEEP_UNANSWERED=true keeps them all; without it, only those that people give a verdict on.';
  const all = groups.reduce((sum, { count }) => sum + count, 0);
  const lines = groups.flatMap(({ count, wordings: [first = '', ...others] }) => [
    `${String(count).padStart(5)}  ${onOneLine(first)}`,
    ...others.slice(0, WORDINGS_SHOWN).map((other) => `       ${onOneLine(other)}`),
  ]);
  return [`Asked without an answer: ${all} times, ${groups.length} groups.`, ...lines].join('\n');
}
