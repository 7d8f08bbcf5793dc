import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { FootnoteError } from '../../src/errors.js';
import { EVAL_DIR } from '../home.js';
import { parseQuestions } from './parse-questions.js';
import type { QuestionRecord } from './question.js';

/** Where the datasets lie that a name alone denotes. */
export const DATASETS_DIR = join(EVAL_DIR, 'datasets');

/** A folder of questions. */
export interface Dataset {
  readonly name: string;
  /** Absolute path. */
  readonly folder: string;
  /** The file of the questions, and the line of each by its id. */
  readonly file: string;
  readonly lineOf: ReadonlyMap<string, number>;
  /** In the order of the file. */
  readonly questions: readonly QuestionRecord[];
  /** Absolute path of the documents that belong to the dataset; null where it asks about the corpus that ships. */
  readonly corpusDir: string | null;
}

/**
 * Loads a dataset by its name under `eval/datasets/` or by the path of its folder.
 * @throws FootnoteError `not_found` where there is no such folder, `invalid_request` where a question is wrong.
 */
export async function loadDataset(nameOrPath: string): Promise<Dataset> {
  const named = join(DATASETS_DIR, nameOrPath);
  const folder = existsSync(named) ? named : resolve(nameOrPath);
  const file = join(folder, 'questions.jsonl');
  if (!existsSync(file)) {
    const known = (await readdir(DATASETS_DIR)).sort().join(', ');
    throw new FootnoteError(
      'not_found',
      `No dataset "${nameOrPath}": ${file} does not exist. Give the path of a folder with questions.jsonl, or one of ${known}.`,
    );
  }
  const corpusDir = join(folder, 'corpus');
  const jsonLines = await readFile(file, 'utf8');
  const questions = parseQuestions(jsonLines, file);
  const lines = jsonLines
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [index + 1]));
  return {
    name: basename(folder),
    folder,
    file,
    lineOf: new Map(questions.map(({ id }, place) => [id, lines[place] ?? 0])),
    questions,
    corpusDir: existsSync(corpusDir) ? corpusDir : null,
  };
}
