import { isVerbatim } from '../analysis/verbatim.js';
import type { ClaimFailure, DraftSentence, NumberedQuote } from '../domain/claim-check.js';
import type { PassageStore } from '../domain/search-index.js';
import { givesOrders } from './orders.js';
import { type Statement, statementOf } from './statement.js';

/** One cited quote, or several that follow each other in their document. */
export interface Piece extends Statement {
  readonly quotes: readonly NumberedQuote[];
}

/** The quotes a sentence cites, and what is wrong with them; `pieces` are in order of document and place. */
export interface Evidence {
  readonly quotes: readonly NumberedQuote[];
  readonly pieces: readonly Piece[];
  readonly failures: readonly ClaimFailure[];
}

/** Characters between two quotes that follow each other, at most. */
const GAP = 3;
/** Quotes one sentence may rest on. */
const MOST_CITED = 5;

/**
 * Gathers what a sentence cites. It fails where it cites nothing, too much, or a number that was not given; where a quote is
 * not exactly what its document holds; and where a quote gives orders to a machine instead of telling something.
 */
export async function gatherEvidence(
  { cites }: DraftSentence,
  given: readonly NumberedQuote[],
  store: Pick<PassageStore, 'document'>,
): Promise<Evidence> {
  const failures: ClaimFailure[] = [];
  const fail = (check: ClaimFailure['check'], detail: string) => failures.push({ check, detail });
  const numbers = [...new Set(cites)];
  if (numbers.length === 0) fail('citation', 'it cites no quote');
  if (numbers.length > MOST_CITED) fail('citation', `it cites more than ${MOST_CITED} quotes`);
  const quotes: NumberedQuote[] = [];
  for (const number of numbers.slice(0, MOST_CITED)) {
    const found = given.filter((quote) => quote.number === number);
    const [quote] = found;
    if (quote === undefined || found.length > 1)
      fail(
        'citation',
        `there is no quote ${Number.isSafeInteger(number) ? number : 'of that number'}`,
      );
    else if (!isVerbatim(quote, await store.document(quote.documentId)))
      fail('verbatim', `quote ${number} is not what its document says at that place`);
    else if (givesOrders(quote.quote))
      fail('order', `quote ${number} gives orders and tells nothing; it is no evidence`);
    else quotes.push(quote);
  }
  return {
    quotes: [...quotes].sort((a, b) => a.number - b.number),
    pieces: piecesOf(quotes),
    failures,
  };
}

function piecesOf(quotes: readonly NumberedQuote[]): Piece[] {
  const inOrder = [...quotes].sort((a, b) =>
    a.documentId === b.documentId ? a.start - b.start : a.documentId < b.documentId ? -1 : 1,
  );
  const groups: NumberedQuote[][] = [];
  for (const quote of inOrder) {
    const last = groups.at(-1)?.at(-1);
    const follows =
      last?.documentId === quote.documentId &&
      quote.start >= last.end &&
      quote.start - last.end <= GAP;
    if (follows) groups.at(-1)?.push(quote);
    else groups.push([quote]);
  }
  return groups.map((group) => ({
    ...statementOf(group.map(({ quote }) => quote).join(' ')),
    quotes: group,
  }));
}
