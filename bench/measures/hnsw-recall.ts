import { join } from 'node:path';
import { mean } from '../../eval/metrics/mean.js';
import type { EmbeddingModel } from '../../src/domain/embedding-model.js';
import {
  createHnswBuilder,
  type HnswVectors,
  openHnswVectors,
} from '../../src/indexing/hnsw-vectors.js';
import { elapsedMs } from '../elapsed.js';
import type { Measurement } from '../figure.js';
import { interleave } from '../interleave.js';

const NEIGHBOURS = 10;
/** Scores closer than this are one score: equal texts stand in a corpus more than once. */
const TIE = 1e-6;

export interface HnswRecallOptions {
  readonly model: Pick<EmbeddingModel, 'embedQuery' | 'embedPassages' | 'dimension'>;
  /** What is searched: the corpus's own passages and sentences. */
  readonly texts: readonly string[];
  readonly questions: readonly string[];
  /** Folder for the file of the graph. */
  readonly workDir: string;
}

/** Neighbours that the search graph finds for real questions among real texts, beside an exact scan of all. */
export async function measureHnswRecall(options: HnswRecallOptions): Promise<Measurement[]> {
  const { model, texts, questions, workDir } = options;
  const vectors = await model.embedPassages(texts);
  const queries = await Promise.all(questions.map((question) => model.embedQuery(question)));
  const graph = await graphOf(vectors, model.dimension, join(workDir, 'recall.hnsw'));
  const recalls = queries.map((query) => recall(graph, vectors, query));
  const nth = (round: number) => queries[round % queries.length] as Float32Array;
  const { search, scan } = await interleave(
    {
      search: (round) => elapsedMs(async () => graph.search(nth(round), NEIGHBOURS)),
      scan: (round) => elapsedMs(async () => bestScores(vectors, nth(round))),
    },
    { least: 2 * queries.length, most: 2 * queries.length, budgetMs: 0 },
  );
  return [
    {
      name: `recall@${NEIGHBOURS} of HNSW, mean of ${queries.length} questions, ${vectors.length} vectors`,
      unit: 'share',
      values: [mean(recalls) ?? 0],
      beside: { name: 'exact scan', values: [1] },
    },
    {
      name: 'HNSW search',
      unit: 'ms',
      values: search,
      beside: { name: 'exact scan', values: scan },
    },
  ];
}

async function graphOf(
  vectors: readonly Float32Array[],
  dimension: number,
  path: string,
): Promise<HnswVectors> {
  const builder = createHnswBuilder(dimension);
  for (const [row, vector] of vectors.entries()) builder.add(vector, row);
  await builder.write(path);
  return openHnswVectors(path, dimension, vectors.length);
}

/** Share of the neighbours found that are no further than the last of the true ones. */
function recall(graph: HnswVectors, vectors: readonly Float32Array[], query: Float32Array): number {
  const best = bestScores(vectors, query);
  const least = (best.at(-1) ?? 1) - TIE;
  const found = graph.search(query, NEIGHBOURS);
  const right = found.filter(({ row }) => dot(vectors[row] as Float32Array, query) >= least);
  return right.length / best.length;
}

function bestScores(vectors: readonly Float32Array[], query: Float32Array): number[] {
  const scores = vectors.map((vector) => dot(vector, query));
  return scores.sort((a, b) => b - a).slice(0, NEIGHBOURS);
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
