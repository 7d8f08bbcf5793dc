import type { EmbeddingModel } from '../domain/embedding-model.js';
import type {
  Candidate,
  Ranking,
  Retrieval,
  RetrievalRequest,
  Retriever,
} from '../domain/retriever.js';
import type { Scored, SearchIndex } from '../domain/search-index.js';
import { fuse } from './fuse.js';
import { fullScore, lexicalQuery } from './lexical-query.js';
import { searchWords } from './search-words.js';

/** Each retriever looks at least this deep, so that a passage one of them puts low can still be lifted by the other. */
const LEAST_DEPTH = 100;

/**
 * Searches by meaning (nearest vectors) and by words (BM25) independently and fuses the two,
 * so that a passage only one of them finds can still win.
 */
export function createHybridRetriever(index: SearchIndex, model: EmbeddingModel): Retriever {
  async function byMeaning({ query, filter, signal }: RetrievalRequest, depth: number) {
    const queryVector = await model.embedQuery(query, signal ? { signal } : {});
    return { queryVector, dense: await index.vectors.search(queryVector, depth, filter) };
  }

  async function byWords({ query, filter }: RetrievalRequest, depth: number) {
    const asked = await lexicalQuery(query, index.lexical);
    return { asked, lexical: await searchWords(index.lexical, asked, depth, filter) };
  }

  async function retrieve(request: RetrievalRequest): Promise<Retrieval> {
    const { query, limit } = request;
    const depth = Math.max(limit, LEAST_DEPTH);
    // Words are searched for here while the question is embedded in a thread of its own.
    const [{ queryVector, dense }, { asked, lexical }] = await Promise.all([
      byMeaning(request, depth),
      byWords(request, depth),
    ]);
    const fused = fuse({ dense, lexical, fullLexical: fullScore(asked) });
    const best = fused.slice(0, limit);
    const passages = await index.store.passages(best.map(({ id }) => id));
    const byId = new Map(passages.map((passage) => [passage.id, passage]));
    const candidates = best.flatMap(({ id, score, ...places }, place): Candidate[] => {
      const passage = byId.get(id);
      return passage === undefined
        ? []
        : [
            {
              passage,
              rank: place + 1,
              score,
              dense: ranking(dense, places.dense),
              lexical: ranking(lexical, places.lexical),
            },
          ];
    });
    return request.explain === true
      ? {
          candidates,
          queryVector,
          explanation: { query, lexicalQuery: asked, dense, lexical, fused },
        }
      : { candidates, queryVector };
  }

  return { retrieve };
}

function ranking(list: readonly Scored[], place: number | null): Ranking | null {
  const entry = place === null ? undefined : list[place];
  return entry === undefined || place === null ? null : { rank: place + 1, score: entry.score };
}
