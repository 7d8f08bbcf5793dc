import { join } from 'node:path';
import type { BaseBuild } from './base-build.js';
import type { Connection } from './database.js';
import { createHnswBuilder, type HnswBuilder, reopenHnswBuilder } from './hnsw-vectors.js';
import { BUILD_FILES } from './layout.js';
import { storedVector } from './stored-vector.js';

/** More removed points than this share of the vectors make searches wander: the graph is linked anew. */
const REMOVED_SHARE = 0.25;

/** The graph of a build to go on with, or an empty one. */
export function openGraph(base: BaseBuild | undefined, dimension: number): Promise<HnswBuilder> {
  if (base === undefined) return Promise.resolve(createHnswBuilder(dimension));
  return reopenHnswBuilder(join(base.dir, BUILD_FILES.vectors), dimension);
}

/** Whether so many removed points stand in the way that the graph is better linked anew. */
export function isWorn(graph: HnswBuilder, passages: number): boolean {
  return graph.points - passages > passages * REMOVED_SHARE;
}

/** A graph of the vectors in a database, without any that were removed. */
export function linkAnew(database: Connection, dimension: number): HnswBuilder {
  const graph = createHnswBuilder(dimension);
  const vectors = database.prepare<[], { passage: number; vector: Buffer }>(
    'SELECT passage, vector FROM passage_vectors ORDER BY passage',
  );
  for (const { passage, vector } of vectors.iterate())
    graph.add(storedVector(vector, dimension) as Float32Array, passage);
  return graph;
}
