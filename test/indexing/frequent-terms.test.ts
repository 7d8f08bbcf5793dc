import { expect, test } from 'vitest';
import { openIndex } from '../../src/indexing/open-index.js';
import { buildSample } from './sample-build.js';
import { sampleDocument } from './sample-documents.js';
import { useTemporaryFolders } from './temporary-folders.js';
import { createWordVectors } from './word-vectors.js';

const freshFolder = useTemporaryFolders();
const PARAGRAPHS = 6000;

test('of many terms the rarest are looked for first, and frequent ones left out where there is no time for all', async () => {
  const indexDir = await freshFolder();
  const paragraphs = Array.from(
    { length: PARAGRAPHS },
    (_, i) => `harbour boat ${i === 4321 ? 'heron' : 'gull'}`,
  );
  const document = sampleDocument('birds', paragraphs.join('\n\n'), { title: 'Birds' });
  await buildSample(indexDir, [document], { model: createWordVectors({ dimension: 4 }) });
  const { lexical, close } = await openIndex(indexDir);
  const [best, next] = await lexical.search(['harbour', 'boat', 'gull', 'heron'], 5);
  expect(best?.id).toBe('birds#4321');
  expect(next).toBeDefined();
  expect(await lexical.search(['harbour'], 5)).toHaveLength(5);
  const pair = await lexical.search(['harbour boat', 'boat heron', 'boat gull'], 5);
  expect(pair[0]?.id).toBe('birds#4321');
  await close();
});
