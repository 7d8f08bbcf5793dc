import type { LexicalIndex, MetadataFilter } from '../domain/search-index.js';
import { createScoreSum } from './best-rows.js';
import { createBoundedCache } from './bounded-cache.js';
import type { Connection } from './database.js';
import type { FilteredRows } from './filtered-rows.js';
import { isFiltering } from './metadata-condition.js';
import type { createPassageIds } from './passage-ids.js';
import { createTermScores } from './term-scores.js';

/** Terms whose frequency is kept ready: the vocabulary table takes about 0.1 ms a term. */
const CACHED_FREQUENCIES = 20_000;

/**
 * So many places of terms a search without a filter looks at, 5 ms where none of them was asked for before; the rarest
 * terms come first, and what is left over is worth little, for it stands in too many passages. Indexes of fewer passages
 * than this are never cut short for one term.
 */
const PLACES_LOOKED_AT = 10_000;

export interface LexicalParts {
  /** Passages in the index, and the greatest row of one. */
  readonly size: number;
  readonly lastRow: number;
  readonly rowsPassing: (filter: MetadataFilter) => FilteredRows;
  readonly withIds: ReturnType<typeof createPassageIds>;
}

/** Lexical search in the full-text table of an opened index. */
export function createLexicalIndex(
  database: Connection,
  { size, lastRow, rowsPassing, withIds }: LexicalParts,
): LexicalIndex {
  const frequency = database
    .prepare<[string], number>('SELECT doc FROM passage_vocabulary WHERE term = ?')
    .pluck();
  const frequencies = createBoundedCache<string, number>(CACHED_FREQUENCIES);
  const frequencyOf = (term: string) => frequencies.get(term, () => frequency.get(term) ?? 0) ?? 0;
  const scoresOf = createTermScores(database, lastRow);
  const sum = createScoreSum(lastRow);

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
      const isFiltered = isFiltering(filter);
      const distinct = distinctTerms(terms);
      const mayBeMany = size * distinct.length > PLACES_LOOKED_AT && !isFiltered;
      const passing = isFiltered ? rowsPassing(filter) : undefined;
      if (!(limit >= 1)) return [];
      for (const term of mayBeMany ? affordable(distinct) : distinct) {
        const { rows, scores } = scoresOf(term);
        for (let i = 0; i < rows.length; i++) {
          const row = rows[i] as number;
          if (passing === undefined || passing.holds(row)) sum.add(row, scores[i] as number);
        }
      }
      return withIds(sum.takeBest(Math.min(size, Math.floor(limit))));
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

/** What is looked for, once each, without NUL, which ends a query. */
function distinctTerms(terms: readonly string[]): string[] {
  const distinct = new Set(terms.map((term) => term.replaceAll('\0', '')));
  distinct.delete('');
  return [...distinct];
}
