import type { EmbeddingModel } from '../../src/domain/embedding-model.js';
import { numbersFrom } from './numbers-from.js';

/** As many numbers a vector as the shipped model gives. */
const DIMENSION = 384;
/** How far a text may be from the centre of its topic: cosines within a topic are about 0.7. */
const SPREAD = 0.65;

/** A model that takes no time: a text's vector is near that of its topic. */
export const syntheticModel: EmbeddingModel = {
  id: 'synthetic',
  fingerprint: 'synthetic-1',
  dimension: DIMENSION,
  maxTokens: 512,
  languages: null,
  embedQuery: async (text) => vectorOf(text),
  embedPassages: async (texts) => texts.map(vectorOf),
  close: async () => undefined,
};

function vectorOf(text: string): Float32Array {
  const centre = direction(/topic\d+/.exec(text)?.[0] ?? '');
  const own = direction(text);
  for (let i = 0; i < DIMENSION; i++) own[i] = (centre[i] as number) + SPREAD * (own[i] as number);
  return unit(own);
}

function direction(name: string): Float32Array {
  const random = numbersFrom(name);
  return unit(Float32Array.from({ length: DIMENSION }, () => random() - 0.5));
}

function unit(vector: Float32Array): Float32Array {
  let squares = 0;
  for (const component of vector) squares += component * component;
  const length = Math.sqrt(squares);
  for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] as number) / length;
  return vector;
}
