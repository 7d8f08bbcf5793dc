import { createHash } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import type { EmbeddingModel } from '../../src/domain/embedding-model.js';
import { FootnoteError } from '../../src/errors.js';
import { updateIndex } from '../../src/indexing/build-index.js';
import type { DocumentSource } from '../../src/indexing/document-source.js';
import { openIndex } from '../../src/indexing/open-index.js';
import { paragraphSplitting, sampleDocument } from './sample-documents.js';
import { useTemporaryFolders } from './temporary-folders.js';

const freshFolder = useTemporaryFolders();

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const PARAGRAPHS = 12;
const PARAGRAPH_LENGTH = 2000;
const DIMENSION = 8;
/** Far below what the larger corpus holds more, its texts and vectors not counted. */
const ALLOWED_GROWTH_BYTES = 6_000_000;

/** Documents that are made when they are read. */
function endlessDocuments(count: number): DocumentSource {
  return {
    leavesDoublesOut: true,
    list: async () => ({
      files: Array.from({ length: count }, (_, i) => ({
        path: `doc-${String(i).padStart(6, '0')}`,
        bytes: PARAGRAPHS * PARAGRAPH_LENGTH,
        modifiedMs: 1,
      })),
      problems: [],
    }),
    digest: async (path) => path,
    load: async function* (path) {
      const paragraph = (i: number) => `${path} ${i} `.repeat(PARAGRAPH_LENGTH / 16).trim();
      const text = Array.from({ length: PARAGRAPHS }, (_, i) => paragraph(i)).join('\n\n');
      yield { document: sampleDocument(path, text) };
    },
    nothing: () => new FootnoteError('corpus_invalid', 'There is nothing.'),
  };
}

const model: EmbeddingModel = {
  id: 'digests',
  fingerprint: 'digests',
  dimension: DIMENSION,
  maxTokens: 512,
  languages: null,
  embedQuery: async (text) => digestVector(text),
  embedPassages: async (texts) => texts.map(digestVector),
  close: async () => undefined,
};

function digestVector(text: string): Float32Array {
  const bytes = createHash('sha256').update(text).digest();
  const vector = Float32Array.from({ length: DIMENSION }, (_, i) => bytes.readInt16LE(2 * i));
  const length = Math.hypot(...vector);
  return vector.map((component) => component / length);
}

/** The most that the heap holds at any step of a build, garbage aside. */
async function largestHeap(documents: number): Promise<number> {
  const indexDir = await freshFolder();
  let largest = 0;
  let steps = 0;
  const { counts } = await updateIndex({
    source: endlessDocuments(documents),
    indexDir,
    model,
    splitting: paragraphSplitting,
    onProgress: () => {
      if (steps++ % 20 !== 0) return;
      collectGarbage();
      largest = Math.max(largest, process.memoryUsage().heapUsed + process.memoryUsage().external);
    },
  });
  expect(counts.passages).toBe(documents * PARAGRAPHS);
  const index = await openIndex(indexDir);
  expect(index.counts).toEqual(counts);
  await index.close();
  return largest;
}

test('a build holds a bounded part of the corpus in memory, however large that is', async () => {
  const small = await largestHeap(100);
  const large = await largestHeap(600);
  expect(large - small).toBeLessThan(ALLOWED_GROWTH_BYTES);
}, 900_000);
