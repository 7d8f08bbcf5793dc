import { stat } from 'node:fs/promises';
import { FootnoteError } from '../errors.js';
import { SUPPORTED_EXTENSIONS } from './formats.js';
import type { DocumentProblem } from './invalid-document.js';

/** @throws FootnoteError `corpus_invalid` where the folder of the corpus is none */
export async function checkFolder(corpusDir: string): Promise<void> {
  const folder = await stat(corpusDir).catch(() => null);
  if (folder?.isDirectory()) return;
  throw new FootnoteError(
    'corpus_invalid',
    `The corpus folder ${corpusDir} ${folder === null ? 'does not exist' : 'is not a folder'}. Create it and put documents into it, or set CORPUS_DIR to the folder that holds them.`,
    { details: { folder: corpusDir } },
  );
}

/** Says of every file that cannot become a document what is wrong with it. */
export function documentInvalid(problems: readonly DocumentProblem[]): FootnoteError {
  const [first] = problems;
  return new FootnoteError(
    'document_invalid',
    `${problems.length === 1 ? 'One file' : `${problems.length} files`} of the corpus cannot be read.\n${listing(problems)}`,
    {
      details: {
        count: problems.length,
        file: first?.file ?? '',
        ...(first?.line == null ? {} : { line: first.line }),
        remedy: first?.remedy ?? '',
      },
    },
  );
}

/** Says that a corpus folder holds no document that can be read. */
export function noDocument(corpusDir: string, problems: readonly DocumentProblem[]): FootnoteError {
  const because = problems.length === 0 ? '' : `\n${listing(problems)}`;
  return new FootnoteError(
    'corpus_invalid',
    `The corpus folder ${corpusDir} holds no document that can be read. Put at least one file with the extension ${SUPPORTED_EXTENSIONS.join(' or ')} into it, or set CORPUS_DIR to the folder that holds them.${because}`,
    { details: { folder: corpusDir } },
  );
}

function listing(problems: readonly DocumentProblem[]): string {
  return problems
    .map(
      ({ file, line, message, remedy }) =>
        `${file}${line === null ? '' : `:${line}`}: ${message} ${remedy}`,
    )
    .join('\n');
}
