import { truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadFile } from '../../src/ingest/load-file.js';
import { corpusFolder } from './corpus-folder.js';
import { loadAll } from './load-one.js';
import { makePdf } from './make-pdf.js';

const MEBIBYTE = 1024 * 1024;

test.each([
  ['tides.md', 50],
  ['tides.txt', 50],
  ['tides.html', 20],
  ['tides.pdf', 200],
  ['tides.docx', 100],
])('%s of more than %i MiB is refused before it is read', async (name, limit) => {
  const corpusDir = await corpusFolder({ [name]: 'x' });
  // It takes no room on disk.
  await truncate(join(corpusDir, name), limit * MEBIBYTE + 1);
  const loaded = [];
  for await (const one of loadFile(corpusDir, name)) loaded.push(one);
  expect(loaded).toEqual([
    {
      problem: {
        file: name,
        line: null,
        message: `The file has ${limit + 1} MiB; at most ${limit} MiB are read.`,
        remedy: 'Cut it into several documents.',
      },
    },
  ]);
});

test('a PDF of more than 5,000 pages is refused with their number', {
  timeout: 600_000,
}, async () => {
  const pdf = await makePdf((file) => {
    for (let page = 1; page <= 5000; page++) file.addPage();
  });
  const { documents, problems } = await loadAll('pages.pdf', pdf);
  expect(documents).toEqual([]);
  expect(problems).toMatchObject([
    { file: 'pages.pdf', message: 'The document has 5001 pages; at most 5000 are read.' },
  ]);
});
