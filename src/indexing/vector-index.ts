import type { MetadataFilter, Scored, VectorIndex } from '../domain/search-index.js';
import { FootnoteError } from '../errors.js';
import { checkedVectors } from './checked-vectors.js';
import type { Connection } from './database.js';
import type { FilteredRows } from './filtered-rows.js';
import { byScoreThenRow, type HnswVectors, type ScoredRow } from './hnsw-vectors.js';
import { REBUILD } from './layout.js';
import { isFiltering } from './metadata-condition.js';
import type { createPassageIds } from './passage-ids.js';
import { storedVector } from './stored-vector.js';

/** Up to so many passages every vector is compared: as fast as the graph, and exact. */
const EXACT_PASSAGES = 256;
/** A filter that keeps at most this share of the passages is answered exactly: the graph would wander past all the others. */
const EXACT_SHARE = 0.02;

export interface VectorParts {
  readonly graph: HnswVectors;
  /** Passages in the index. */
  readonly count: number;
  readonly dimension: number;
  readonly rowsPassing: (filter: MetadataFilter) => FilteredRows;
  readonly withIds: ReturnType<typeof createPassageIds>;
}

/** Dense search over `count` passages: through the graph, or exactly where few passages are in question. */
export function createVectorIndex(
  database: Connection,
  { graph, count, dimension, rowsPassing, withIds }: VectorParts,
): VectorIndex {
  const vectorOf = database
    .prepare<[number], Buffer>('SELECT vector FROM passage_vectors WHERE passage = ?')
    .pluck();
  const everyRow =
    count <= EXACT_PASSAGES
      ? database.prepare<[], number>('SELECT row FROM passages ORDER BY row').pluck().all()
      : [];
  const kept = new Map<number, Float32Array>();

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

  const find = (vector: Float32Array, limit: number, filter?: MetadataFilter): ScoredRow[] => {
    if (!isFiltering(filter))
      return count <= EXACT_PASSAGES ? scan(vector, everyRow) : graph.search(vector, limit);
    const rows = rowsPassing(filter);
    if (rows.count <= Math.max(EXACT_PASSAGES, count * EXACT_SHARE))
      return scan(vector, rows.all());
    return graph.search(vector, limit, rows.holds);
  };

  return {
    search: async (vector, limit, filter): Promise<readonly Scored[]> => {
      checkedVectors([vector], { count: 1, dimension });
      if (!(limit >= 1)) return [];
      const wanted = Math.min(count, Math.floor(limit));
      return withIds(find(vector, wanted, filter).slice(0, wanted));
    },
  };
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
