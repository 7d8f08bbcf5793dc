import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { mean } from '../../eval/metrics/mean.js';
import { updateIndex } from '../../src/indexing/build-index.js';
import type { DocumentSource } from '../../src/indexing/document-source.js';
import { openServingIndex } from '../../src/indexing/open-index.js';
import { standardSplitting } from '../../src/indexing/standard-splitting.js';
import { createHybridRetriever } from '../../src/retrieval/hybrid-retriever.js';
import { elapsedMs } from '../elapsed.js';
import { median } from '../median.js';
import { spentOn } from './spent-on.js';
import { syntheticCorpus, syntheticQuestion } from './synthetic-corpus.js';
import { syntheticModel } from './synthetic-model.js';

const QUESTIONS = 50;
const NEIGHBOURS = 10;
/** Scores closer than this are one score. */
const TIE = 1e-6;
const MEGABYTE = 1_000_000;

export const GrowthPointSchema = z.object({
  passages: z.number(),
  buildSeconds: z.number(),
  /** Of all threads together; unlike the above it does not depend on what else the machine does. */
  buildCpuSeconds: z.number(),
  /** Seconds that one changed document of 20 passages takes, from its file to the index that answers. */
  updateSeconds: z.number(),
  updateCpuSeconds: z.number(),
  /** The most memory the process held while it built. */
  buildMegabytes: z.number(),
  indexMegabytes: z.number(),
  openMs: z.number(),
  denseMs: z.number(),
  /** Both searches, fused, and the passages read; the question's embedding not counted. */
  retrievalMs: z.number(),
  retrievalCpuMs: z.number(),
  recall: z.number(),
});

/** Figures of an index of one size. */
export type GrowthPoint = z.infer<typeof GrowthPointSchema>;

/** Builds an index of made-up passages, opens it, asks it, and compares what it finds with an exact search. */
export async function measureSize(wanted: number): Promise<GrowthPoint> {
  const indexDir = await mkdtemp(join(tmpdir(), 'footnote-growth-'));
  try {
    const source = syntheticCorpus(wanted);
    const build = () => updateIndex({ source, indexDir, model: syntheticModel });
    const built = await spentOn(build);
    const buildMegabytes = process.resourceUsage().maxRSS / 1000;
    const updated = await spentOn(() =>
      updateIndex({ source: withOneEdit(source), indexDir, model: syntheticModel }),
    );
    let opened = await openServingIndex(indexDir);
    await opened.index.close();
    const openMs = await elapsedMs(async () => {
      opened = await openServingIndex(indexDir);
    });
    const { index, build: current } = opened;
    const retriever = createHybridRetriever(index, syntheticModel);
    const questions = Array.from({ length: QUESTIONS }, (_, i) => syntheticQuestion(i, wanted));
    const times = {
      dense: [] as number[],
      retrieval: [] as number[],
      retrievalCpu: [] as number[],
    };
    const scores: number[][] = [];
    for (const query of questions) {
      const vector = await syntheticModel.embedQuery(query);
      let found: readonly { score: number }[] = [];
      times.dense.push(
        await elapsedMs(async () => {
          found = await index.vectors.search(vector, NEIGHBOURS);
        }),
      );
      scores.push(found.map(({ score }) => score));
      const retrieved = await spentOn(() => retriever.retrieve({ query, limit: NEIGHBOURS }));
      times.retrieval.push(retrieved.ms);
      times.retrievalCpu.push(retrieved.cpuMs);
    }
    const denseMs = median(times.dense) ?? 0;
    const retrievalMs = median(times.retrieval) ?? 0;
    const retrievalCpuMs = median(times.retrievalCpu) ?? 0;
    const point: GrowthPoint = {
      passages: index.counts.passages,
      buildSeconds: built.ms / 1000,
      buildCpuSeconds: built.cpuMs / 1000,
      updateSeconds: updated.ms / 1000,
      updateCpuSeconds: updated.cpuMs / 1000,
      buildMegabytes,
      indexMegabytes: (await folderBytes(current.dir)) / MEGABYTE,
      openMs,
      denseMs,
      retrievalMs,
      retrievalCpuMs,
      recall: await recallOf(questions, scores, wanted),
    };
    await index.close();
    return point;
  } finally {
    await rm(indexDir, { recursive: true, force: true });
  }
}

/** The corpus with its first file written anew: what an operator's edit costs when all its texts were embedded before. */
function withOneEdit(source: DocumentSource): DocumentSource {
  return {
    ...source,
    list: async () => {
      const { files, problems } = await source.list();
      return {
        files: files.map((file, i) => (i === 0 ? { ...file, modifiedMs: 2 } : file)),
        problems,
      };
    },
    digest: async (path) => `${path}, edited`,
  };
}

/** Share of the true nearest that were found, by an exact scan over vectors that are made anew. */
async function recallOf(
  questions: readonly string[],
  found: readonly (readonly number[])[],
  passages: number,
): Promise<number> {
  const queries = await Promise.all(questions.map((text) => syntheticModel.embedQuery(text)));
  const best: number[][] = queries.map(() => []);
  const source = syntheticCorpus(passages);
  const { files } = await source.list();
  for (const { path } of files)
    for await (const loaded of source.load(path)) {
      if ('problem' in loaded) continue;
      const { document } = loaded;
      for (const passage of await standardSplitting.split(document)) {
        const own = document.text.slice(passage.start, passage.end);
        const text = standardSplitting.contextualText(document, passage, own);
        const [vector] = await syntheticModel.embedPassages([text]);
        for (const [i, query] of queries.entries()) keepBest(best[i] ?? [], dot(query, vector));
      }
    }
  return mean(best.map((scores, i) => share(found[i] ?? [], scores))) ?? 0;
}

function keepBest(best: number[], score: number): void {
  if (best.length === NEIGHBOURS && score <= (best.at(-1) ?? 0)) return;
  best.push(score);
  best.sort((a, b) => b - a);
  best.length = Math.min(best.length, NEIGHBOURS);
}

function share(found: readonly number[], best: readonly number[]): number {
  const least = (best.at(-1) ?? 0) - TIE;
  return found.filter((score) => score >= least).length / best.length;
}

function dot(a: Float32Array, b: Float32Array | undefined): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b?.[i] as number);
  return sum;
}

async function folderBytes(dir: string): Promise<number> {
  const sizes = (await readdir(dir)).map(async (name) => (await stat(join(dir, name))).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
