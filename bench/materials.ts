import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadDataset } from '../eval/dataset/load-dataset.js';
import { type Config, readConfig } from '../src/config.js';
import type { SourceDocument } from '../src/domain/document.js';
import type { EmbeddingModel } from '../src/domain/embedding-model.js';
import { openEmbeddingModel } from '../src/embedding/open-embedding-model.js';
import { standardSplitting } from '../src/indexing/standard-splitting.js';
import { loadCorpus } from '../src/ingest/load-corpus.js';

const DATASET = 'korea-japan';

/** What all measures share. */
export interface Materials {
  /** As the environment says, but for the index, which is built anew in `workDir`. */
  readonly config: Config;
  /** Empty folder of this run. */
  readonly workDir: string;
  /** The configured model in threads of its own, apart from those of any engine: the floor. */
  readonly model: EmbeddingModel;
  readonly documents: readonly SourceDocument[];
  readonly passages: number;
  /** Every text that indexing the documents embeds, longest first. */
  readonly texts: readonly string[];
  /** Of the `dev` split, for speed is tuned on what quality is tuned on; spread over all of it where not all are wanted. */
  readonly questions: readonly string[];
  /** Frees the model and removes the folder. */
  close(): Promise<void>;
}

/** @throws FootnoteError where the corpus, the questions or the model cannot be had. */
export async function openMaterials(
  environment: Readonly<Record<string, string | undefined>>,
  mostQuestions: number,
): Promise<Materials> {
  const configured = readConfig(environment);
  const dataset = await loadDataset(DATASET);
  const questions = dataset.questions.filter(({ split }) => split === 'dev');
  const step = Math.ceil(questions.length / mostQuestions);
  const { documents } = await loadCorpus({ corpusDir: configured.corpusDir, onProblem: 'skip' });
  const model = await openEmbeddingModel({
    ...configured,
    id: configured.embeddingModel,
    precision: configured.embeddingPrecision,
    workers: configured.embeddingWorkers,
  });
  const workDir = await mkdtemp(join(tmpdir(), 'footnote-bench-'));
  return {
    // Nothing is answered from memory here: what is measured is the work.
    config: { ...configured, indexDir: join(workDir, 'index'), answersKept: 0 },
    workDir,
    model,
    documents,
    ...(await embeddedTexts(documents)),
    questions: questions.filter((_, i) => i % step === 0).map(({ question }) => question),
    async close() {
      await model.close();
      await rm(workDir, { recursive: true, force: true });
    },
  };
}

async function embeddedTexts(documents: readonly SourceDocument[]) {
  const texts: string[] = [];
  let passages = 0;
  for (const document of documents)
    for (const passage of await standardSplitting.split(document)) {
      const own = document.text.slice(passage.start, passage.end);
      texts.push(standardSplitting.contextualText(document, passage, own));
      for (const { start, end } of passage.sentences) texts.push(document.text.slice(start, end));
      passages += 1;
    }
  return { passages, texts: texts.sort((a, b) => b.length - a.length) };
}
