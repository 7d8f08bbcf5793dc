import type { Scored } from '../domain/search-index.js';
import { createBoundedCache } from './bounded-cache.js';
import type { Connection } from './database.js';
import type { ScoredRow } from './hnsw-vectors.js';

/** Ids of the passages found last are kept, for asking the database for each costs as much as a search. */
const CACHED_IDS = 16_384;

/** Gives scored rows the ids of their passages; best first, equal scores by id. */
export function createPassageIds(
  database: Connection,
): (rows: readonly ScoredRow[]) => readonly Scored[] {
  const read = database.prepare<[number], string>('SELECT id FROM passages WHERE row = ?').pluck();
  const ids = createBoundedCache<number, string>(CACHED_IDS);
  return (rows) =>
    rows
      .map(({ row, score }) => ({ id: ids.get(row, () => read.get(row)) as string, score }))
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}
