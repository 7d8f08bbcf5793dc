import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { type CloseCandidate, readClosely } from '../src/answering/close-reading.js';
import { rankSentences } from '../src/answering/sentence-ranker.js';
import type {
  PassageReader,
  ReadablePassage,
  SentenceReading,
} from '../src/domain/passage-reader.js';
import type { Collected } from './collect.js';
import { digest } from './question-set.js';

/** A question with the sentences that were read for it, closely. */
export interface CloselyCollected extends Collected {
  readonly candidates: readonly CloseCandidate[];
}

/** Questions read at the same time. */
const AT_ONCE = 4;

/** Reads what was collected with the model, as the service does after a first ranking by `weights`. */
export async function readCollected(
  collected: readonly Collected[],
  weights: ArrayLike<number>,
  reader: PassageReader,
): Promise<CloselyCollected[]> {
  const read: CloselyCollected[] = [];
  for (let from = 0; from < collected.length; from += AT_ONCE) {
    read.push(
      ...(await Promise.all(
        collected.slice(from, from + AT_ONCE).map(async (one): Promise<CloselyCollected> => {
          const ranked = rankSentences(one.candidates, weights);
          const close = await readClosely(one.labelled.question, ranked, reader);
          const places = new Map(one.candidates.map((candidate, place) => [candidate, place]));
          const right = ranked.map(
            ({ candidate }) => one.right[places.get(candidate) ?? -1] ?? false,
          );
          return { ...one, candidates: close, right };
        }),
      )),
    );
  }
  return read;
}

/** The same reader, with a file that remembers: reading is most of the work of a training. */
export function rememberingReader(reader: PassageReader, path: string): PassageReader {
  const known = new Map<string, readonly SentenceReading[]>(
    existsSync(path)
      ? readFileSync(path, 'utf8')
          .split('\n')
          .filter((line) => line !== '')
          .map((line) => JSON.parse(line) as [string, readonly SentenceReading[]])
      : [],
  );
  const readOne = async (question: string, passage: ReadablePassage) => {
    const key = digest(JSON.stringify([question, passage])).slice(0, 24);
    const before = known.get(key);
    if (before !== undefined) return before;
    const [readings = []] = await reader.read(question, [passage]);
    known.set(key, readings);
    appendFileSync(path, `${JSON.stringify([key, readings])}\n`);
    return readings;
  };
  return {
    ...reader,
    read: (question, passages) =>
      Promise.all(passages.map((passage) => readOne(question, passage))),
  };
}
