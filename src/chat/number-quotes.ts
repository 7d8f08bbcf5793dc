import type { NumberedQuote } from '../domain/claim-check.js';
import type { ExplainedSentence, ProposedQuote } from '../domain/reader.js';
import type { Candidate } from '../domain/retriever.js';
import type { StoredPassage } from '../domain/search-index.js';

/** Quotes a model is given at most. */
const MOST_QUOTES = 14;
/** Sentences taken for themselves; the others stand beside them. */
const MOST_RANKED = 10;
/** So many of the best bring the sentence before and after them. */
const WITH_NEIGHBOURS = 3;
/** A longer stretch is a table or a page without a full stop. */
const LONGEST_QUOTE = 1000;

/** A quote with what the model is told of its document. */
export interface OfferedQuote extends NumberedQuote {
  readonly published: string | null;
  readonly headings: readonly string[];
}

export interface QuoteSources {
  /** What the reader already answers with; always offered. */
  readonly answered: readonly ProposedQuote[];
  /** The best sentences of each part of the question, best first. */
  readonly ranked: readonly (readonly ExplainedSentence[])[];
  readonly candidates: readonly Candidate[];
  /** Whether a sentence speaks to the model rather than of something; such ones are not offered. */
  givesOrders(text: string): boolean;
}

/**
 * What the model may cite, numbered from 1: sentences of the reader's ranking with the neighbours of the best, together by
 * passage and in reading order there, the passage of the best sentence first.
 */
export function numberQuotes({
  answered,
  ranked,
  candidates,
  givesOrders,
}: QuoteSources): OfferedQuote[] {
  const passages = new Map(candidates.map(({ passage }) => [passage.id, passage]));
  const chosen = new Map<string, { passage: StoredPassage; place: number }>();
  const add = (passage: StoredPassage, place: number) => {
    const sentence = passage.sentences[place];
    if (sentence === undefined || chosen.size >= MOST_QUOTES) return;
    const isProse = sentence.kind !== 'heading' && sentence.text.length <= LONGEST_QUOTE;
    if (!isProse || givesOrders(sentence.text)) return;
    chosen.set(`${passage.id} ${place}`, { passage, place });
  };
  const placeOf = ({ passageId, start }: { passageId: string; start: number }) => {
    const passage = passages.get(passageId);
    const place = passage?.sentences.findIndex((one) => one.start === start) ?? -1;
    return passage === undefined || place < 0 ? undefined : { passage, place };
  };

  const best = inTurn(ranked).slice(0, MOST_RANKED);
  for (const quote of [...answered, ...best]) {
    const found = placeOf(quote);
    if (found !== undefined) add(found.passage, found.place);
  }
  for (const sentence of best.slice(0, WITH_NEIGHBOURS)) {
    const found = placeOf(sentence);
    if (found === undefined) continue;
    add(found.passage, found.place - 1);
    add(found.passage, found.place + 1);
  }

  const order = [...new Set([...chosen.values()].map(({ passage }) => passage.id))];
  return [...chosen.values()]
    .sort((a, b) => order.indexOf(a.passage.id) - order.indexOf(b.passage.id) || a.place - b.place)
    .flatMap(({ passage, place }, index) => offered(passage, place, index + 1));
}

function offered(passage: StoredPassage, place: number, number: number): OfferedQuote[] {
  const sentence = passage.sentences[place];
  if (sentence === undefined) return [];
  return [
    {
      number,
      documentId: passage.documentId,
      passageId: passage.id,
      start: sentence.start,
      end: sentence.end,
      quote: sentence.text,
      title: passage.document.title,
      published: passage.document.metadata.published,
      headings: passage.headings,
    },
  ];
}

/** The first of every part, then the second, and so on. */
function inTurn<One>(lists: readonly (readonly One[])[]): One[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, place) =>
    lists.flatMap((list) => (list[place] === undefined ? [] : [list[place]])),
  ).flat();
}
