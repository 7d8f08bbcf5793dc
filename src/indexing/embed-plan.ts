import type { SourceDocument } from '../domain/document.js';
import type { EmbeddingModel } from '../domain/embedding-model.js';
import type { Passage } from '../domain/passage.js';
import type { BuildPlan } from './build-plan.js';
import type { BuildProgress } from './build-progress.js';
import { checkedVectors } from './checked-vectors.js';
import type { Splitting } from './splitting.js';

/** A passage with its vectors. */
export interface EmbeddedPassage {
  readonly document: SourceDocument;
  readonly passage: Passage;
  readonly row: number;
  /** Of the passage with its title and headings. */
  readonly vector: Float32Array;
  /** Of each sentence alone. */
  readonly sentenceVectors: readonly Float32Array[];
}

/** Texts given to the model at once: enough to keep every thread busy, few enough to hold their vectors (3 MB). */
const TEXTS_PER_CALL = 2048;

interface PassageTexts extends Omit<EmbeddedPassage, 'vector' | 'sentenceVectors'> {
  /** The passage with its context, then each sentence. */
  readonly texts: readonly string[];
}

/** Embeds every passage and sentence of a plan, in the order of rows, some passages at a time. */
export async function* embedPlan(
  plan: BuildPlan,
  model: EmbeddingModel,
  splitting: Splitting,
  { report, checkSignal, signal }: BuildProgress,
): AsyncGenerator<readonly EmbeddedPassage[]> {
  const total = plan.counts.passages + plan.counts.sentences;
  let before = 0;
  for (const group of grouped(passageTexts(plan, splitting))) {
    checkSignal();
    const texts = group.flatMap((passage) => passage.texts);
    const vectors = await model.embedPassages(texts, {
      ...(signal === undefined ? {} : { signal }),
      onProgress: (done) => report({ stage: 'embed', done: before + done, total }),
    });
    const checked = checkedVectors(vectors, { count: texts.length, dimension: model.dimension });
    before += texts.length;
    let at = 0;
    yield group.map(({ texts: own, ...passage }) => {
      const [vector, ...sentenceVectors] = checked.slice(at, at + own.length);
      at += own.length;
      return { ...passage, vector: vector as Float32Array, sentenceVectors };
    });
  }
}

function* passageTexts(plan: BuildPlan, splitting: Splitting): Generator<PassageTexts> {
  for (const { document, firstPassage, passages } of plan.documents)
    for (const [i, passage] of passages.entries()) {
      const own = document.text.slice(passage.start, passage.end);
      const sentences = passage.sentences.map(({ start, end }) => document.text.slice(start, end));
      const texts = [splitting.contextualText(document, passage, own), ...sentences];
      yield { document, passage, row: firstPassage + i, texts };
    }
}

function* grouped(passages: Iterable<PassageTexts>): Generator<readonly PassageTexts[]> {
  let group: PassageTexts[] = [];
  let texts = 0;
  for (const passage of passages) {
    group.push(passage);
    texts += passage.texts.length;
    if (texts < TEXTS_PER_CALL) continue;
    yield group;
    group = [];
    texts = 0;
  }
  if (group.length > 0) yield group;
}
