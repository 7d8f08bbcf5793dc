import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mean } from '../../eval/metrics/mean.js';
import { createHnswBuilder, openHnswVectors } from '../../src/indexing/hnsw-vectors.js';
import { median } from '../median.js';
import { numbersFrom } from './numbers-from.js';
import { spentOn } from './spent-on.js';
import { syntheticModel } from './synthetic-model.js';

const QUESTIONS = 50;
const NEIGHBOURS = 10;
/** Vectors of one topic are near to each other, as those of real texts are. */
const PER_TOPIC = 50;
const TIE = 1e-6;
const MEGABYTE = 1_000_000;

/** Figures of a search graph of one size. */
export interface VectorPoint {
  readonly vectors: number;
  /** Processor time that linking all of them took. */
  readonly buildCpuSeconds: number;
  readonly fileMegabytes: number;
  /** Most that the process held, the plain copy of all vectors for the exact search taken off. */
  readonly memoryMegabytes: number;
  readonly openMs: number;
  readonly searchMs: number;
  readonly searchCpuMs: number;
  readonly exactCpuMs: number;
  readonly recall: number;
}

/** Links made-up vectors into one graph and measures it each time it reaches one of the sizes, ascending. */
export async function* measureVectors(sizes: readonly number[]): AsyncGenerator<VectorPoint> {
  const { dimension } = syntheticModel;
  const last = sizes.at(-1) ?? 0;
  const plain = new Float32Array(last * dimension);
  const builder = createHnswBuilder(dimension);
  let buildCpuMs = 0;
  for (const [at, size] of sizes.entries()) {
    for (let row = sizes[at - 1] ?? 0; row < size; row++) {
      const [vector] = await syntheticModel.embedPassages([textOf(row)]);
      if (vector === undefined) continue;
      plain.set(vector, row * dimension);
      buildCpuMs += (await spentOn(() => builder.add(vector, row))).cpuMs;
    }
    const dir = await mkdtemp(join(tmpdir(), 'footnote-vectors-'));
    try {
      const file = join(dir, 'vectors.hnsw');
      await builder.write(file);
      yield {
        vectors: size,
        buildCpuSeconds: buildCpuMs / 1000,
        fileMegabytes: (await stat(file)).size / MEGABYTE,
        memoryMegabytes: process.resourceUsage().maxRSS / 1000 - plain.byteLength / MEGABYTE,
        ...(await measureSearch(file, plain.subarray(0, size * dimension), size)),
      };
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  }
}

async function measureSearch(file: string, plain: Float32Array, size: number) {
  const { dimension } = syntheticModel;
  const opening: { graph?: Awaited<ReturnType<typeof openHnswVectors>> } = {};
  const opened = await spentOn(async () => {
    opening.graph = await openHnswVectors(file, dimension, size);
  });
  const times = { search: [] as number[], searchCpu: [] as number[], exactCpu: [] as number[] };
  const recalls: number[] = [];
  for (let i = 0; i < QUESTIONS; i++) {
    const row = Math.floor(numbersFrom(`asked ${i}`)() * size);
    const query = await syntheticModel.embedQuery(`${textOf(row)}, asked`);
    let found: readonly { score: number }[] = [];
    let best: number[] = [];
    const searched = await spentOn(() => {
      found = opening.graph?.search(query, NEIGHBOURS) ?? [];
    });
    const compared = await spentOn(() => {
      best = bestScores(query, plain);
    });
    times.search.push(searched.ms);
    times.searchCpu.push(searched.cpuMs);
    times.exactCpu.push(compared.cpuMs);
    const least = (best.at(-1) ?? 0) - TIE;
    recalls.push(found.filter(({ score }) => score >= least).length / best.length);
  }
  return {
    openMs: opened.ms,
    searchMs: median(times.search) ?? 0,
    searchCpuMs: median(times.searchCpu) ?? 0,
    exactCpuMs: median(times.exactCpu) ?? 0,
    recall: mean(recalls) ?? 0,
  };
}

function textOf(row: number): string {
  return `topic${Math.floor(row / PER_TOPIC)} vector ${row}`;
}

/** The greatest cosines of all, greatest first. */
function bestScores(query: Float32Array, plain: Float32Array): number[] {
  const best: number[] = [];
  for (let from = 0; from < plain.length; from += query.length) {
    let score = 0;
    for (let i = 0; i < query.length; i++)
      score += (query[i] as number) * (plain[from + i] as number);
    if (best.length === NEIGHBOURS && score <= (best.at(-1) as number)) continue;
    best.push(score);
    best.sort((a, b) => b - a);
    best.length = Math.min(best.length, NEIGHBOURS);
  }
  return best;
}
