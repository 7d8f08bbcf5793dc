import { isVerbatim } from '../analysis/verbatim.js';
import type { AnswerSentence, AskResponse } from '../contract/ask.js';
import type { SentenceEvent } from '../contract/ask-event.js';
import type { Citation } from '../contract/citation.js';
import { documentHref } from '../contract/document-href.js';
import { pageRange } from '../contract/page-range.js';
import type { PassageView } from '../contract/passage.js';
import type { SourceDocument } from '../domain/document.js';
import type { ProposedQuote, Reading } from '../domain/reader.js';
import type { PassageStore } from '../domain/search-index.js';

type Outcome = Pick<AskResponse, 'status' | 'answer' | 'abstention' | 'disagreement' | 'citations'>;

export interface ComposeOptions {
  readonly store: PassageStore;
  /** Shown where there is no answer. */
  readonly nearest: PassageView[];
  /** Told each sentence as soon as its quotes are verified. */
  readonly onSentence?: (event: SentenceEvent) => void;
}

/**
 * Turns a reading into the contract. Fails closed: a quote that is not verbatim in its document is
 * dropped, a sentence without a quote with it, and an answer without a sentence is an abstention.
 */
export async function composeResponse(
  reading: Reading,
  { store, nearest, onSentence = () => {} }: ComposeOptions,
): Promise<Outcome> {
  if (reading.status === 'abstained') return abstained(reading.reason, reading.message, nearest);
  const { citations, cite } = createCitations(store);
  const sentences: AnswerSentence[] = [];
  for (const { text, quotes } of reading.sentences) {
    const before = citations.length;
    const numbers = await cite(quotes);
    if (numbers.length === 0) continue;
    const sentence = { text, citations: numbers };
    sentences.push(sentence);
    onSentence({ type: 'sentence', sentence, citations: citations.slice(before) });
  }
  if (sentences.length === 0) {
    return abstained('no_evidence', 'No quote could be verified against its source.', nearest);
  }
  const sides: { value: string; citations: number[] }[] = [];
  for (const { value, quotes } of reading.disagreement?.sides ?? []) {
    const numbers = await cite(quotes);
    if (numbers.length > 0) sides.push({ value, citations: numbers });
  }
  return {
    status: 'answered',
    answer: {
      text: sentences.map(({ text }) => text).join(' '),
      shortAnswer: reading.shortAnswer,
      sentences,
      confidence: Math.round(reading.confidence * 1000) / 1000,
    },
    abstention: null,
    disagreement:
      reading.disagreement !== null && sides.length >= 2
        ? { about: reading.disagreement.about, sides }
        : null,
    citations,
  };
}

/** Verifies quotes and numbers each distinct one once, in order of use. */
function createCitations(store: PassageStore) {
  const citations: Citation[] = [];
  const numbers = new Map<string, number>();
  const documents = new Map<string, Promise<SourceDocument | undefined>>();
  const open = (id: string) => {
    const document = documents.get(id) ?? store.document(id);
    documents.set(id, document);
    return document;
  };

  async function numberOf(quote: ProposedQuote): Promise<number | undefined> {
    const known = numbers.get(key(quote));
    if (known !== undefined) return known;
    const document = await open(quote.documentId);
    if (document === undefined || !isVerbatim(quote, document)) return undefined;
    const number = citations.push(citation(citations.length + 1, document, quote));
    numbers.set(key(quote), number);
    return number;
  }

  async function cite(quotes: readonly ProposedQuote[]): Promise<number[]> {
    const cited = new Set<number>();
    for (const quote of quotes) {
      const number = await numberOf(quote);
      if (number !== undefined) cited.add(number);
    }
    return [...cited].sort((a, b) => a - b);
  }

  return { citations, cite };
}

function citation(number: number, document: SourceDocument, quote: ProposedQuote): Citation {
  const { author, publisher, published, url } = document.metadata;
  return {
    number,
    documentId: document.id,
    title: document.title,
    author,
    publisher,
    published,
    url,
    documentHash: document.hash,
    passageId: quote.passageId,
    start: quote.start,
    end: quote.end,
    ...pageRange(document.pageStarts, quote),
    quote: quote.quote,
    href: documentHref(document.id, { ...quote, documentHash: document.hash }),
  };
}

/** Two quotes are one citation only if all of them agrees: a false quote never passes under a true one's number. */
function key({ documentId, passageId, start, end, quote }: ProposedQuote): string {
  return JSON.stringify([documentId, passageId, start, end, quote]);
}

function abstained(
  reason: 'no_evidence' | 'ambiguous' | 'unsupported_language',
  message: string,
  nearest: PassageView[],
): Outcome {
  return {
    status: 'abstained',
    answer: null,
    abstention: { reason, message, nearest },
    disagreement: null,
    citations: [],
  };
}
