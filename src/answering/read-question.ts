import { setImmediate as othersTurn } from 'node:timers/promises';
import { withAntecedent } from '../analysis/antecedent.js';
import { partsOf } from '../analysis/question-parts.js';
import type { Reader, Reading } from '../domain/reader.js';
import type { Candidate, Retriever } from '../domain/retriever.js';
import type { MetadataFilter } from '../domain/search-index.js';
import { type Asked, contextualQuestion } from './follow-up.js';
import { joinReadings, sentencesOfParts } from './join-readings.js';
import type { LeftOut } from './parts.js';

/** Passages read for an answer. */
const READ_PASSAGES = 16;
/** Sentences a reader gives at most. */
const MOST_SENTENCES = 10;

export interface ReadingOptions {
  readonly maxSentences: number;
  /** What was asked before, oldest first: a follow-up is read in its light. */
  readonly history: readonly Asked[];
  readonly filter?: MetadataFilter;
  readonly signal?: AbortSignal;
  /** Called once with the number of passages found, before the last part is read. */
  readonly onRetrieved?: (passages: number) => void;
  /** Makes others of the questions that were made of the question. */
  readonly reword?: ((own: readonly string[]) => Promise<readonly string[]>) | undefined;
  /** Parts that are left out; none unless told. */
  readonly leftOut?: LeftOut | undefined;
}

/** A reading with the passages it rests on, best first, and the milliseconds it took to find them. */
export interface ReadQuestion {
  readonly reading: Reading;
  readonly candidates: readonly Candidate[];
  readonly retrieveMs: number;
}

/**
 * Searches and reads a question; one that asks several things part by part, each part in the light of the first. The
 * passages are those of the parts in turn, each once.
 */
export async function readQuestion(
  { retriever, reader }: { readonly retriever: Retriever; readonly reader: Reader },
  question: string,
  { maxSentences, history, filter, signal, onRetrieved, reword, leftOut }: ReadingOptions,
): Promise<ReadQuestion> {
  const common = {
    ...(filter === undefined ? {} : { filter }),
    ...(signal === undefined ? {} : { signal }),
  };
  const own: string[] = [];
  for (const part of leftOut?.has('questionParts') ? [question] : partsOf(question)) {
    const [first] = own;
    own.push(first === undefined ? contextualQuestion(part, history) : partAfter(part, first));
  }
  const parts = reword === undefined ? own : await reword(own);
  signal?.throwIfAborted();
  const limits = sentencesOfParts(parts.length, maxSentences);
  const began = performance.now();
  const found = await Promise.all(
    parts.map((query) => retriever.retrieve({ query, limit: READ_PASSAGES, ...common })),
  );
  const retrieveMs = performance.now() - began;
  signal?.throwIfAborted();
  const candidates = inTurn(found.map((one) => one.candidates));
  onRetrieved?.(candidates.length);
  // Reading may keep the thread; what was told just now leaves the process first.
  await othersTurn();
  const readings: Reading[] = [];
  let given = 0;
  for (const [which, { candidates: own, queryVector }] of found.entries()) {
    const reading = await reader.read({
      question: parts[which] ?? question,
      candidates: own,
      queryVector,
      // What an earlier part gave may come again; it is given once and takes no room.
      maxSentences: Math.min(MOST_SENTENCES, (limits[which] ?? 1) + given),
      ...(signal === undefined ? {} : { signal }),
    });
    signal?.throwIfAborted();
    readings.push(reading);
    if (reading.status === 'answered') given += reading.sentences.length;
  }
  return { reading: joinReadings(readings, maxSentences), candidates, retrieveMs };
}

/** A later part as a question of its own. */
function partAfter(part: string, first: string): string {
  return withAntecedent(part, first) ?? contextualQuestion(part, [{ question: first }]);
}

/** The first of every list, then the second, and so on; each passage once. */
function inTurn(lists: readonly (readonly Candidate[])[]): Candidate[] {
  const [only] = lists;
  if (lists.length === 1 && only !== undefined) return [...only];
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  const all = Array.from({ length: longest }, (_, place) =>
    lists.flatMap((list) => list[place] ?? []),
  ).flat();
  const seen = new Set<string>();
  return all.filter(({ passage: { id } }) => !seen.has(id) && seen.add(id));
}
