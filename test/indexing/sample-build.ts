import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceDocument } from '../../src/domain/document.js';
import { buildIndex } from '../../src/indexing/build-index.js';
import { paragraphSplitting, sampleDocument, sampleText } from './sample-documents.js';
import { createWordVectors } from './word-vectors.js';

/** Four documents of eight paragraphs; another `seed` gives other texts. */
export function sampleCorpus(seed: number): SourceDocument[] {
  return [1, 2, 3, 4].map((number) =>
    sampleDocument(`doc-${number}`, sampleText(seed * 10 + number, 8)),
  );
}

/** Builds with the fake model and splitting unless told otherwise. */
export function buildSample(
  indexDir: string,
  documents: readonly SourceDocument[],
  options: Partial<Parameters<typeof buildIndex>[0]> = {},
) {
  return buildIndex({
    documents,
    indexDir,
    model: createWordVectors(),
    splitting: paragraphSplitting,
    ...options,
  });
}

/** The folder of the build that serves. */
export function servingBuild(indexDir: string): string {
  const [current] = readFileSync(join(indexDir, 'current'), 'utf8').split('\n');
  return join(indexDir, 'builds', current!);
}
