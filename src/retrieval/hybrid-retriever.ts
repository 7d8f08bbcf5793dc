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
  async function retrieve(request: RetrievalRequest): Promise<Retrieval> {
    const { query, limit, filter, signal } = request;
    const depth = Math.max(limit, LEAST_DEPTH);
    const asked = await lexicalQuery(query, index.lexical);
    const lexicalSearch = searchWords(index.lexical, asked, depth, filter);
    const queryVector = await model.embedQuery(query, signal ? { signal } : {});
    const [dense, lexical] = await Promise.all([
      index.vectors.search(queryVector, depth, filter),
      lexicalSearch,
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
