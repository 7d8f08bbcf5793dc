import type { Connection } from './database.js';
import type { PackedVector } from './sentence-vector.js';
import { storedVector } from './stored-vector.js';

/** Vectors that one model made before, by the digest of their text. */
export interface KeptVectors {
  passage(key: Buffer): Float32Array | undefined;
  sentence(key: Buffer): PackedVector | undefined;
}

/** The vectors in the database of a build. */
export function vectorsOfBuild(database: Connection, dimension: number): KeptVectors {
  const passage = database
    .prepare<[Buffer], Buffer>('SELECT vector FROM passage_vectors WHERE key = ? LIMIT 1')
    .pluck();
  const sentence = database.prepare<[Buffer], { scale: number; vector: Buffer }>(
    'SELECT scale, vector FROM sentences WHERE key = ? LIMIT 1',
  );
  return {
    passage: (key) => storedVector(passage.get(key), dimension),
    sentence: (key) => {
      const row = sentence.get(key);
      return row?.vector.length === dimension ? { bytes: row.vector, scale: row.scale } : undefined;
    },
  };
}

/** What any of several keepers has, the first one first. */
export function eitherOf(keepers: readonly KeptVectors[]): KeptVectors {
  function first<Value>(look: (keeper: KeptVectors) => Value | undefined): Value | undefined {
    for (const keeper of keepers) {
      const found = look(keeper);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  return {
    passage: (key) => first((keeper) => keeper.passage(key)),
    sentence: (key) => first((keeper) => keeper.sentence(key)),
  };
}
