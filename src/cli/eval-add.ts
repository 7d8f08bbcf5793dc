import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { QuestionRecord } from '../../eval/dataset/question.js';
import { FootnoteError } from '../errors.js';
import type { FeedbackEntry } from '../feedback/feedback-entry.js';
import { readFeedback } from '../feedback/read-feedback.js';
import { EXIT_CODES } from './exit-codes.js';
import { feedbackCases } from './feedback-cases.js';
import { feedbackDir } from './feedback-dir.js';

/** Cases that nobody has reviewed; the evaluation does not ask them. */
const REVIEW_FILE = 'review.jsonl';

/**
 * `footnote eval add`: makes a case to review of what was said about one answer, and gives the exit code.
 * @throws FootnoteError `not_found` where nothing was said about that answer or the dataset is none, `invalid_request` where the dataset has the question already
 */
export async function addCase(
  answerId: string,
  { dataset }: { readonly dataset?: string },
): Promise<number> {
  const { entries } = await readFeedback(feedbackDir());
  const line = `${JSON.stringify(caseOf(answerId, entries))}\n`;
  if (dataset === undefined) {
    process.stdout.write(line);
    return EXIT_CODES.done;
  }
  const { id } = JSON.parse(line) as QuestionRecord;
  const questions = await linesOf(join(dataset, 'questions.jsonl'));
  if (questions === undefined)
    throw new FootnoteError('not_found', `${dataset} is no dataset: it has no questions.jsonl.`);
  const file = join(dataset, REVIEW_FILE);
  const known = [...questions, ...((await linesOf(file)) ?? [])];
  if (known.some((one) => idOf(one) === id))
    throw new FootnoteError('invalid_request', `${dataset} has the question "${id}" already.`);
  await appendFile(file, line);
  process.stderr.write(
    `Added "${id}" to ${file}. Review it: write what is right, then move the line to questions.jsonl.\n`,
  );
  return EXIT_CODES.done;
}

/** The case of the question that an answer was given to, as everything said about that question has it. */
function caseOf(answerId: string, entries: readonly FeedbackEntry[]): QuestionRecord {
  const given = entries.find((one) => one.answerId === answerId);
  if (given === undefined)
    throw new FootnoteError(
      'not_found',
      `Nothing was said about an answer "${answerId}". \`footnote feedback export\` lists what was said.`,
    );
  const { question, history } = given.asked;
  const identity = JSON.stringify([question.trim(), history ?? []]);
  const alike = entries.filter(
    ({ asked }) => JSON.stringify([asked.question.trim(), asked.history ?? []]) === identity,
  );
  const [made] = feedbackCases(alike);
  if (made !== undefined) return made;
  // Nobody gave a verdict on it: a question that was kept because it got no answer.
  const [open] = feedbackCases([{ ...given, kind: 'verdict', verdict: 'down' }]);
  return open as QuestionRecord;
}

async function linesOf(file: string): Promise<string[] | undefined> {
  try {
    return (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  } catch {
    return undefined;
  }
}

const IdSchema = z.object({ id: z.string() });

function idOf(line: string): string | undefined {
  try {
    return IdSchema.parse(JSON.parse(line)).id;
  } catch {
    return undefined;
  }
}
