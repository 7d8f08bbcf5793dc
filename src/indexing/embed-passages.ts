import type { EmbeddingModel } from '../domain/embedding-model.js';
import type { BuildProgress } from './build-progress.js';
import { checkedVectors } from './checked-vectors.js';
import { type EmbeddedPassage, type PlannedPassage, textOf } from './embedded-passage.js';
import type { KeptVectors } from './kept-vectors.js';
import { type PackedVector, packVector } from './sentence-vector.js';
import { textKey } from './text-key.js';

/** How many texts a build gave to the model, and how many it had the vectors of already. */
export interface EmbeddingTally {
  embedded: number;
  reused: number;
}

interface Embedder {
  /**
   * Passages with their vectors, in the order they came.
   * @param onShare Told how much is done, up to 1.
   */
  embed(
    passages: readonly PlannedPassage[],
    onShare: (share: number) => void,
  ): Promise<readonly EmbeddedPassage[]>;
  readonly tally: Readonly<EmbeddingTally>;
}

/** Has each text embedded whose vector is not kept, once where it comes twice. */
export function createEmbedder(
  model: EmbeddingModel,
  kept: KeptVectors,
  { signal }: Pick<BuildProgress, 'signal'>,
): Embedder {
  const tally: EmbeddingTally = { embedded: 0, reused: 0 };

  async function vectorsOf(
    texts: readonly string[],
    onShare: (share: number) => void,
  ): Promise<readonly Float32Array[]> {
    if (texts.length === 0) return [];
    const vectors = await model.embedPassages(texts, {
      ...(signal === undefined ? {} : { signal }),
      onProgress: (done) => onShare(done / texts.length),
    });
    return checkedVectors(vectors, { count: texts.length, dimension: model.dimension });
  }

  async function embed(
    passages: readonly PlannedPassage[],
    onShare: (share: number) => void,
  ): Promise<readonly EmbeddedPassage[]> {
    const missing = new Map<string, string>();
    const passageVectors = new Map<string, Float32Array>();
    const sentenceVectors = new Map<string, PackedVector>();

    const look = <Vector>(
      text: string,
      vectors: Map<string, Vector>,
      find: (key: Buffer) => Vector | undefined,
    ): Buffer => {
      const key = textKey(text);
      const name = key.toString('latin1');
      const known = vectors.get(name) ?? find(key);
      if (known === undefined) missing.set(name, text);
      else {
        vectors.set(name, known);
        tally.reused += 1;
      }
      return key;
    };
    const keyed = passages.map((planned) => ({
      planned,
      key: look(planned.contextualText, passageVectors, kept.passage),
      sentenceKeys: planned.passage.sentences.map((sentence) =>
        look(textOf(planned, sentence), sentenceVectors, kept.sentence),
      ),
    }));
    const names = [...missing.keys()];
    const made = await vectorsOf([...missing.values()], onShare);
    tally.embedded += made.length;
    const fresh = new Map(names.map((name, i) => [name, made[i] as Float32Array]));

    return keyed.map(({ planned, key, sentenceKeys }) => ({
      ...planned,
      key,
      vector: found(passageVectors, fresh, key, (vector) => vector),
      sentences: sentenceKeys.map((sentenceKey) => ({
        key: sentenceKey,
        packed: found(sentenceVectors, fresh, sentenceKey, packVector),
      })),
    }));
  }

  return { embed, tally };
}

function found<Vector>(
  known: Map<string, Vector>,
  fresh: ReadonlyMap<string, Float32Array>,
  key: Buffer,
  from: (vector: Float32Array) => Vector,
): Vector {
  const name = key.toString('latin1');
  const vector = known.get(name) ?? from(fresh.get(name) as Float32Array);
  known.set(name, vector);
  return vector;
}
