import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { NumberedQuote } from '../../src/domain/claim-check.js';
import type { SourceDocument } from '../../src/domain/document.js';
import { loadCorpus } from '../../src/ingest/load-corpus.js';

/** A sentence about quotes, with whether they bear it out. */
export interface Pair {
  readonly text: string;
  /** `true`, or what was done to make it false. */
  readonly kind: string;
  /** Written by hand, or made by a rule from one that was. */
  readonly origin: 'hand' | 'rule';
  readonly half: 'dev' | 'test';
  readonly quotes: readonly NumberedQuote[];
}

/** Documents by `<dataset>/<id>`. */
export type Documents = ReadonlyMap<string, SourceDocument>;

const FOLDERS: Readonly<Record<string, string>> = {
  'korea-japan': 'corpus',
  saltmere: 'eval/datasets/saltmere/corpus',
};

/** The documents that the pairs quote, with ids that tell the dataset. */
export async function readDocuments(): Promise<Documents> {
  const documents = new Map<string, SourceDocument>();
  for (const [dataset, corpusDir] of Object.entries(FOLDERS))
    for (const document of (await loadCorpus({ corpusDir, onProblem: 'skip' })).documents) {
      const id = `${dataset}/${document.id}`;
      documents.set(id, { ...document, id });
    }
  return documents;
}

/**
 * The pairs of `pairs.txt`. Those of one group of quotes are all in one half, by the hash of the first quote.
 * @throws Error where a quote is not in its document or a line is none of those described there
 */
export async function readPairs(documents: Documents): Promise<Pair[]> {
  const text = await readFile(join(import.meta.dirname, 'pairs.txt'), 'utf8');
  return text
    .split(/\n(?=Q )/u)
    .slice(1)
    .flatMap((group) => pairsOf(group, documents));
}

function pairsOf(group: string, documents: Documents): Pair[] {
  const [first = '', ...lines] = group.split('\n').filter((line) => line.trim() !== '');
  const id = first.slice(2).trim();
  const document = documents.get(id);
  if (document === undefined) throw new Error(`pairs.txt names ${id}, which is no document.`);
  const quoted = lines.filter((line) => line.startsWith('> ')).map((line) => line.slice(2));
  const quotes = quoted.map((quote, which): NumberedQuote => {
    const start = document.text.indexOf(quote);
    if (start === -1) throw new Error(`pairs.txt quotes what ${id} does not hold: ${quote}`);
    const end = start + quote.length;
    const { title } = document;
    return { number: which + 1, documentId: id, passageId: `${id}#0`, start, end, quote, title };
  });
  const half = halfOf(quoted[0] ?? '');
  return lines
    .filter((line) => !line.startsWith('> '))
    .map((line): Pair => {
      const found = /^(?:\+|- (\w+):) (.+)$/u.exec(line);
      if (found === null) throw new Error(`pairs.txt holds a line of no kind: ${line}`);
      return { text: found[2] ?? '', kind: found[1] ?? 'true', origin: 'hand', half, quotes };
    });
}

function halfOf(quote: string): 'dev' | 'test' {
  return (createHash('sha256').update(quote).digest()[0] ?? 0) % 2 === 0 ? 'dev' : 'test';
}
