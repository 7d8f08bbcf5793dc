import type { AskResponse } from '../contract/ask.js';
import type { Citation } from '../contract/citation.js';
import { documentHref } from '../contract/document-href.js';
import type { PassageView } from '../contract/passage.js';
import type { SourceDocument } from '../domain/document.js';
import type { ProposedQuote, Reading } from '../domain/reader.js';
import type { PassageStore } from '../domain/search-index.js';
import { isVerbatim } from './verify-quotes.js';

type Outcome = Pick<AskResponse, 'status' | 'answer' | 'abstention' | 'disagreement' | 'citations'>;

/**
 * Turns a reading into the contract. Fails closed: a quote that is not verbatim in its document is
 * dropped, a sentence without a quote with it, and an answer without a sentence is an abstention.
 */
export async function composeResponse(
  reading: Reading,
  store: PassageStore,
  nearest: PassageView[],
): Promise<Outcome> {
  if (reading.status === 'abstained') return abstained(reading.reason, reading.message, nearest);
  const citations = await numberCitations(reading, store);
  const numbers = (quotes: readonly ProposedQuote[]): number[] =>
    [...new Set(quotes.flatMap((quote) => citations.get(key(quote))?.number ?? []))].sort(
      (a, b) => a - b,
    );
  const sentences = reading.sentences
    .map(({ text, quotes }) => ({ text, citations: numbers(quotes) }))
    .filter(({ citations: cited }) => cited.length > 0);
  if (sentences.length === 0) {
    return abstained('no_evidence', 'No quote could be verified against its source.', nearest);
  }
  const sides = (reading.disagreement?.sides ?? [])
    .map(({ value, quotes }) => ({ value, citations: numbers(quotes) }))
    .filter(({ citations: cited }) => cited.length > 0);
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
    citations: [...citations.values()],
  };
}

async function numberCitations(
  reading: Extract<Reading, { status: 'answered' }>,
  store: PassageStore,
): Promise<Map<string, Citation>> {
  const quotes = [...reading.sentences, ...(reading.disagreement?.sides ?? [])].flatMap(
    (part) => part.quotes,
  );
  const ids = [...new Set(quotes.map(({ documentId }) => documentId))];
  const documents = new Map<string, SourceDocument | undefined>();
  for (const id of ids) documents.set(id, await store.document(id));
  const citations = new Map<string, Citation>();
  for (const quote of quotes) {
    const document = documents.get(quote.documentId);
    if (document === undefined || !isVerbatim(quote, document) || citations.has(key(quote)))
      continue;
    const { author, publisher, published, url } = document.metadata;
    citations.set(key(quote), {
      number: citations.size + 1,
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
      quote: quote.quote,
      href: documentHref(document.id, quote),
    });
  }
  return citations;
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
