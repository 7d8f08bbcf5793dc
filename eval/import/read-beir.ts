import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { FootnoteError } from '../../src/errors.js';
import { parseLines, readText } from './read-text.js';
import type { ImportedDocument } from './write-corpus.js';

/** A test collection: documents, queries and which document answers which query how well. */
export interface TestCollection {
  readonly documents: readonly ImportedDocument[];
  /** Those with a judgement. */
  readonly queries: readonly {
    readonly id: string;
    readonly text: string;
    /** Grade by document id; above 0 is relevant. */
    readonly grades: ReadonlyMap<string, number>;
  }[];
}

const DocumentSchema = z.object({
  _id: z.string().min(1),
  title: z.string().optional(),
  text: z.string(),
});
const QuerySchema = z.object({ _id: z.string().min(1), text: z.string() });

/**
 * Reads a folder in BEIR's layout (Thakur et al. 2021): `corpus.jsonl`, `queries.jsonl` and `qrels.tsv` or
 * `qrels/test.tsv`, each gzipped or not. Documents without text and title are left out.
 * @throws FootnoteError `not_found` where a file is missing, `invalid_request` where one is wrong
 */
export async function readBeir(folder: string): Promise<TestCollection> {
  const corpusFile = findFile(folder, ['corpus.jsonl']);
  const queriesFile = findFile(folder, ['queries.jsonl']);
  const judgementsFile = findFile(folder, ['qrels.tsv', 'qrels/test.tsv']);
  const corpus = parseLines(await readText(corpusFile), corpusFile, DocumentSchema);
  const queries = parseLines(await readText(queriesFile), queriesFile, QuerySchema);
  const grades = parseJudgements(await readText(judgementsFile), judgementsFile);
  return {
    documents: corpus
      .map(({ _id, title = '', text }) => ({ id: _id, title: title.trim(), text: text.trim() }))
      .map((one) => (one.text === '' ? { ...one, text: one.title } : one))
      .filter(({ text }) => text !== ''),
    queries: queries.flatMap(({ _id, text }) => {
      const judged = grades.get(_id);
      return judged === undefined || text.trim() === '' ? [] : [{ id: _id, text, grades: judged }];
    }),
  };
}

function findFile(folder: string, names: readonly string[]): string {
  const all = names.flatMap((name) => [join(folder, name), join(folder, `${name}.gz`)]);
  const found = all.find((file) => existsSync(file));
  if (found !== undefined) return found;
  throw new FootnoteError(
    'not_found',
    `A folder in BEIR's layout holds ${names.join(' or ')}, gzipped or not, and ${folder} does not.`,
  );
}

function parseJudgements(text: string, file: string): Map<string, Map<string, number>> {
  const grades = new Map<string, Map<string, number>>();
  text.split('\n').forEach((line, index) => {
    const [query = '', document = '', grade = ''] = line.trimEnd().split('\t');
    if (line.trim() === '' || (index === 0 && !/^-?\d+$/.test(grade))) return;
    if (document === '' || !/^-?\d+$/.test(grade))
      throw new FootnoteError(
        'invalid_request',
        `${file}, line ${index + 1}, holds "${line.slice(0, 80)}"; wanted are query id, document id and a whole number, a tab between them.`,
      );
    const own = grades.get(query) ?? new Map<string, number>();
    grades.set(query, own.set(document, Number(grade)));
  });
  return grades;
}
