import type { MetadataFilter, Scored, VectorIndex } from '../domain/search-index.js';
import { FootnoteError } from '../errors.js';
import { createBoundedCache } from './bounded-cache.js';
import { checkedVectors } from './checked-vectors.js';
import type { Connection } from './database.js';
import { byScoreThenRow, type HnswVectors, type ScoredRow } from './hnsw-vectors.js';
import { REBUILD } from './layout.js';
import { isFiltering, METADATA_CONDITION, metadataParameters } from './metadata-condition.js';
import { storedVector } from './stored-vector.js';

/** Up to so many passages every vector is compared: as fast as the graph, and exact. */
const EXACT_PASSAGES = 256;
/** A filter that keeps at most this share of the passages is answered exactly: the graph would wander past all the others. */
const EXACT_SHARE = 0.02;

/** Ids of the passages found last are kept, for asking the database for each costs as much as the search. */
const CACHED_IDS = 8192;

/** Dense search over `count` passages: through the graph, or exactly where few passages are in question. */
export function createVectorIndex(
  database: Connection,
  graph: HnswVectors,
  { count, dimension }: { readonly count: number; readonly dimension: number },
): VectorIndex {
  const passageId = database
    .prepare<[number], string>('SELECT id FROM passages WHERE row = ?')
    .pluck();
  const vectorOf = database
    .prepare<[number], Buffer>('SELECT vector FROM passage_vectors WHERE passage = ?')
    .pluck();
  const passageRanges = database.prepare<
    [Record<string, unknown>],
    { first: number; length: number }
  >(
    `SELECT first_passage AS first, passage_count AS length FROM documents WHERE ${METADATA_CONDITION} ORDER BY row`,
  );
  const everyRow =
    count <= EXACT_PASSAGES
      ? database.prepare<[], number>('SELECT row FROM passages ORDER BY row').pluck().all()
      : [];
  const lastRow = database.prepare<[], number>('SELECT max(row) FROM passages').pluck().get() ?? 0;
  const kept = new Map<number, Float32Array>();
  const ids = createBoundedCache<number, string>(CACHED_IDS);

  const read = (row: number): Float32Array => {
    const vector = kept.get(row) ?? storedVector(vectorOf.get(row), dimension);
    if (vector === undefined)
      throw new FootnoteError(
        'index_corrupt',
        `The index lacks the vector of a passage it holds. ${REBUILD}`,
      );
    if (count <= EXACT_PASSAGES) kept.set(row, vector);
    return vector;
  };
  const scan = (vector: Float32Array, rows: readonly number[]): ScoredRow[] =>
    rows.map((row) => ({ row, score: dot(vector, read(row)) })).sort(byScoreThenRow);

  const rowsPassing = (filter: MetadataFilter): number[] =>
    passageRanges
      .all(metadataParameters(filter))
      .flatMap(({ first, length }) => Array.from({ length }, (_, i) => first + i));

  const find = (vector: Float32Array, limit: number, filter?: MetadataFilter): ScoredRow[] => {
    if (!isFiltering(filter))
      return count <= EXACT_PASSAGES ? scan(vector, everyRow) : graph.search(vector, limit);
    const rows = rowsPassing(filter);
    if (rows.length <= Math.max(EXACT_PASSAGES, count * EXACT_SHARE)) return scan(vector, rows);
    const passes = new Uint8Array(lastRow + 1);
    for (const row of rows) passes[row] = 1;
    return graph.search(vector, limit, (row) => passes[row] === 1);
  };

  return {
    search: async (vector, limit, filter): Promise<readonly Scored[]> => {
      checkedVectors([vector], { count: 1, dimension });
      if (!(limit >= 1)) return [];
      const wanted = Math.min(count, Math.floor(limit));
      return find(vector, wanted, filter)
        .slice(0, wanted)
        .map(({ row, score }) => ({ id: ids.get(row, () => passageId.get(row)) as string, score }))
        .sort(byScoreThenId);
    },
  };
}

function byScoreThenId(a: Scored, b: Scored): number {
  return b.score - a.score || (a.id < b.id ? -1 : 1);
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
