import type { ClaimCheck, NumberedQuote, SentenceVerdict } from '../../src/domain/claim-check.js';
import { createSentenceVerifier } from '../../src/verification/sentence-verifier.js';
import { sampleDocument } from '../indexing/sample-documents.js';

/** Vectors that are all alike, so that only the rules decide. */
export const alike = {
  embedPassages: async (texts: readonly string[]) => texts.map(() => new Float32Array([1])),
};

/** Quotes of documents made of them, one document each, numbered from 1, with a verifier over these documents. */
export function verifierOver(...texts: readonly string[]) {
  const documents = new Map(
    texts.map((text, at) => [`doc-${at + 1}`, sampleDocument(`doc-${at + 1}`, text)]),
  );
  const quotes = texts.map(
    (quote, at): NumberedQuote => ({
      number: at + 1,
      documentId: `doc-${at + 1}`,
      passageId: `doc-${at + 1}#0`,
      start: 0,
      end: quote.length,
      quote,
      title: `Document ${at + 1}`,
    }),
  );
  const store = { document: async (id: string) => documents.get(id) };
  return { quotes, store, verifier: createSentenceVerifier({ store, model: alike }) };
}

/** The checks that a sentence fails which cites all the quotes, in order, each once. */
export async function failedChecks(
  text: string,
  ...quotes: readonly string[]
): Promise<ClaimCheck[]> {
  const { verifier, quotes: given } = verifierOver(...quotes);
  return checksOf(await verifier.verify({ text, cites: given.map(({ number }) => number) }, given));
}

/** The checks of a verdict, each once. */
export function checksOf(verdict: SentenceVerdict): ClaimCheck[] {
  return verdict.ok ? [] : [...new Set(verdict.failures.map(({ check }) => check))];
}
