import type { AskExplanation, SearchExplanation } from '../contract/explanation.js';
import type { Reader, ReadingExplanation } from '../domain/reader.js';
import type { RetrievalExplanation, Retriever } from '../domain/retriever.js';
import type { Scored } from '../domain/search-index.js';

/** A retriever and a reader that work as those given, and what they did. */
export interface Recorded {
  readonly retriever: Retriever;
  readonly reader: Reader;
  /** What was found and read since, part by part, in the order in which the parts were searched for. */
  explanation(): Omit<AskExplanation, 'confidence'>;
}

/** Lets a retriever and a reader explain whatever they are asked. */
export function recordExplanation(retriever: Retriever, reader: Reader): Recorded {
  const found: { query: string; explanation?: RetrievalExplanation | undefined }[] = [];
  const read: (ReadingExplanation | undefined)[] = [];
  return {
    retriever: {
      retrieve: async (request) => {
        const part: (typeof found)[number] = { query: request.query };
        found.push(part);
        const retrieval = await retriever.retrieve({ ...request, explain: true });
        part.explanation = retrieval.explanation;
        return retrieval;
      },
    },
    reader: {
      name: reader.name,
      read: async (request) => {
        const place = read.push(undefined) - 1;
        const reading = await reader.read({ ...request, explain: true });
        read[place] = reading.explanation;
        return reading;
      },
    },
    explanation: () => ({
      parts: found.map(({ query, explanation }, which) => ({
        question: query,
        retrieval: explanation === undefined ? null : searchExplanation(explanation),
        sentences: (read[which]?.sentences ?? []).map(({ features, ...sentence }) => ({
          ...sentence,
          features: [...features],
        })),
      })),
    }),
  };
}

/** How passages were found, as the contract says it. */
export function searchExplanation(explanation: RetrievalExplanation): SearchExplanation {
  const { query, lexicalQuery, dense, lexical, fused } = explanation;
  return {
    query,
    terms: [...lexicalQuery.terms],
    pairs: [...lexicalQuery.pairs],
    stages: { dense: ranked(dense), lexical: ranked(lexical), fused: ranked(fused) },
  };
}

function ranked(list: readonly Scored[]) {
  return list.map(({ id, score }, place) => ({ passageId: id, rank: place + 1, score }));
}
