import { z } from 'zod';
import { FootnoteError } from '../../src/errors.js';
import { type QuestionRecord, QuestionRecordSchema } from './question.js';
import { splitOf } from './split.js';

/**
 * Reads JSON Lines into questions, in the order of the lines. Blank lines are skipped.
 * @param source Name of the file, for messages.
 * @throws FootnoteError `invalid_request`, naming the line and what is wrong with it: no JSON, a
 *   field that breaks the schema, an id that came before, or a split that is not its id's.
 */
export function parseQuestions(jsonLines: string, source: string): QuestionRecord[] {
  const questions: QuestionRecord[] = [];
  const lineOfId = new Map<string, number>();
  jsonLines.split('\n').forEach((line, index) => {
    if (line.trim() === '') return;
    const number = index + 1;
    const record = parseLine(line, `${source}:${number}`);
    const earlier = lineOfId.get(record.id);
    if (earlier !== undefined)
      throw refusal(`${source}:${number}`, `id "${record.id}" already stands on line ${earlier}`);
    if (record.split !== splitOf(record.id))
      throw refusal(
        `${source}:${number}`,
        `split is "${record.split}", but the id "${record.id}" belongs to "${splitOf(record.id)}"`,
      );
    lineOfId.set(record.id, number);
    questions.push(record);
  });
  if (questions.length === 0) throw refusal(source, 'no question in it');
  return questions;
}

function parseLine(line: string, place: string): QuestionRecord {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw refusal(place, 'not JSON', cause);
  }
  const parsed = QuestionRecordSchema.safeParse(value);
  if (!parsed.success) throw refusal(place, z.prettifyError(parsed.error));
  return parsed.data;
}

function refusal(place: string, problem: string, cause?: unknown): FootnoteError {
  return new FootnoteError(
    'invalid_request',
    `${place}: ${problem}. Correct the question; eval/dataset/question.ts describes its fields.`,
    { cause },
  );
}
