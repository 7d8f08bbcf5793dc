import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { terms } from '../../src/analysis/terms.js';
import { buildIndex } from '../../src/indexing/build-index.js';
import { openIndex } from '../../src/indexing/open-index.js';
import { paragraphSplitting, sampleDocument, sampleText } from './sample-documents.js';
import { createWordVectors } from './word-vectors.js';

/** BM25 by its formula (k1 = 1.2, b = 0.75, idf = ln((N - n + 0.5) / (n + 0.5)), at least 1e-6), the frequencies of the two columns weighted and their lengths added. */
function bm25(query: string[], own: string[][], context: string[][]): number[] {
  const lengths = own.map((column, i) => column.length + context[i]!.length);
  const average = lengths.reduce((sum, length) => sum + length, 0) / own.length;
  const count = (column: string[], term: string) => column.filter((word) => word === term).length;
  return own.map((_, i) =>
    query.reduce((score, term) => {
      const holding = own.filter((column, j) => [...column, ...context[j]!].includes(term)).length;
      const rarity = Math.log((own.length - holding + 0.5) / (holding + 0.5));
      const frequency = count(own[i]!, term) + count(context[i]!, term);
      const lengthFactor = 1 - 0.75 + (0.75 * lengths[i]!) / average;
      return score + (Math.max(rarity, 1e-6) * frequency * 2.2) / (frequency + 1.2 * lengthFactor);
    }, 0),
  );
}

test('scores passages by BM25 over their own terms and those above them', async () => {
  const indexDir = await mkdtemp(join(tmpdir(), 'footnote-index-'));
  const documents = [1, 2, 3].map((seed) => sampleDocument(`copper-${seed}`, sampleText(seed, 12)));
  const model = createWordVectors();
  await buildIndex({ documents, indexDir, model, splitting: paragraphSplitting });
  const index = await openIndex(indexDir);
  const passages = (
    await Promise.all(documents.map((document) => paragraphSplitting.split(document)))
  ).flat();
  const title = (id: string) => documents.find((document) => document.id === id)!.title;
  const text = (id: string) => documents.find((document) => document.id === id)!.text;
  for (const query of ['copper', 'a copper needle', 'odd things near a harbour', 'units']) {
    const scores = bm25(
      [...new Set(terms(query))],
      passages.map(({ documentId, start, end }) => terms(text(documentId).slice(start, end))),
      passages.map(({ documentId, headings }) => [title(documentId), ...headings].flatMap(terms)),
    );
    const found = await index.lexical.search(terms(query), 1000);
    expect(found.length).toBeGreaterThan(0);
    for (const { id, score } of found)
      expect(scores[passages.findIndex((passage) => passage.id === id)]).toBeCloseTo(score, 9);
  }
  await index.close();
  await rm(indexDir, { recursive: true });
});
