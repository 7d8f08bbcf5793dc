import type { LexicalIndex, Scored } from '../domain/search-index.js';
import { createBoundedCache } from './bounded-cache.js';
import type { Connection } from './database.js';
import { isFiltering, METADATA_CONDITION, metadataParameters } from './metadata-condition.js';

/** What a term counts in a passage's own text, and in the title and headings above it: as much, for there a passage's topic is named. */
export const TERM_WEIGHTS = { own: 1, context: 1 } as const;

/** Terms whose frequency is kept ready: the vocabulary table takes about 0.1 ms a term. */
const CACHED_FREQUENCIES = 20_000;

/**
 * So many places of terms a search without a filter looks at, about 10 ms; the rarest terms come first, and what is left
 * over is worth little, for it stands in too many passages. Indexes of fewer passages than this are never cut short for one term.
 */
const PLACES_LOOKED_AT = 10_000;

/** BM25 of SQLite's FTS5: k1 = 1.2, b = 0.75, inverse document frequency at least 0.000001; SQLite negates it. */
const SCORE = `-bm25(passage_terms, ${TERM_WEIGHTS.own}, ${TERM_WEIGHTS.context})`;

const SEARCH = `
  SELECT passages.id AS id, best.score AS score
  FROM (
    SELECT rowid AS row, ${SCORE} AS score FROM passage_terms
    WHERE passage_terms MATCH :match ORDER BY score DESC, row LIMIT :limit
  ) AS best
  JOIN passages ON passages.row = best.row
  ORDER BY best.score DESC, passages.id`;

const SEARCH_FILTERED = `
  SELECT passages.id AS id, ${SCORE} AS score
  FROM passage_terms
  JOIN passages ON passages.row = passage_terms.rowid
  JOIN documents ON documents.row = passages.document
  WHERE passage_terms MATCH :match AND ${METADATA_CONDITION}
  ORDER BY score DESC, passages.id LIMIT :limit`;

/** Lexical search in the full-text table of an opened index of `size` passages. */
export function createLexicalIndex(database: Connection, size: number): LexicalIndex {
  const search = database.prepare<[Record<string, unknown>], Scored>(SEARCH);
  const searchFiltered = database.prepare<[Record<string, unknown>], Scored>(SEARCH_FILTERED);
  const frequency = database
    .prepare<[string], number>('SELECT doc FROM passage_vocabulary WHERE term = ?')
    .pluck();
  const frequencies = createBoundedCache<string, number>(CACHED_FREQUENCIES);
  const frequencyOf = (term: string) => frequencies.get(term, () => frequency.get(term) ?? 0) ?? 0;

  /** The rarest terms, as many as a search has time for; neighbours joined by a blank are at most as frequent as the rarer one. */
  function affordable(terms: readonly string[]): readonly string[] {
    const rarestFirst = terms
      .map((term) => ({ term, places: Math.min(...term.split(' ').map(frequencyOf)) }))
      .sort((a, b) => a.places - b.places);
    let places = 0;
    return rarestFirst
      .filter((one, i) => {
        places += one.places;
        return i === 0 || places <= PLACES_LOOKED_AT;
      })
      .map(({ term }) => term);
  }

  return {
    size,
    search: async (terms, limit, filter) => {
      const mayBeMany = size * terms.length > PLACES_LOOKED_AT && !isFiltering(filter);
      const match = matchAny(mayBeMany ? affordable([...new Set(terms)]) : terms);
      if (match === undefined || !(limit >= 1)) return [];
      const parameters = { match, limit: Math.min(size, Math.floor(limit)) };
      return isFiltering(filter)
        ? searchFiltered.all({ ...parameters, ...metadataParameters(filter) })
        : search.all(parameters);
    },
    documentFrequencies: async (terms) => {
      const found = new Map<string, number>();
      for (const term of new Set(terms)) {
        const passages = frequencyOf(term);
        if (passages > 0) found.set(term, passages);
      }
      return found;
    },
  };
}

/** An FTS5 query for any of the terms, each quoted so that nothing in it is taken for an operator; undefined without terms. */
function matchAny(terms: readonly string[]): string | undefined {
  const distinct = new Set(terms.map((term) => term.replaceAll('\0', '')));
  distinct.delete('');
  if (distinct.size === 0) return undefined;
  return [...distinct].map((term) => `"${term.replaceAll('"', '""')}"`).join(' OR ');
}
