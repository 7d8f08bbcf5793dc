import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { wrongCitations } from '../../bench/churn/check-answer.js';
import { createMovingCorpus } from '../../bench/churn/moving-corpus.js';
import { CITATION } from '../http/samples.js';

test('a citation is wrong where the version it names never was, or says something else', () => {
  const versions = new Map([['sha256-a', 'The office opens at nine.']]);
  const right = { ...CITATION, documentHash: 'sha256-a', start: 4, end: 10, quote: 'office' };
  expect(wrongCitations({ citations: [right] }, versions)).toEqual([]);
  for (const wrong of [
    { ...right, documentHash: 'sha256-b' },
    { ...right, quote: 'Office' },
    { ...right, end: 11 },
  ])
    expect(wrongCitations({ citations: [right, wrong] }, versions)).toHaveLength(1);
});

test('a corpus that moves knows each version there was, and what is there now', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'footnote-moving-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  const [corpusDir, scratchDir] = [join(dir, 'corpus'), join(dir, 'scratch')];
  await mkdir(scratchDir);
  const corpus = await createMovingCorpus(corpusDir, scratchDir);
  const first = corpus.current().length;
  const changes = new Set<string>();
  for (let i = 0; i < 300; i++) changes.add(await corpus.change());
  expect([...changes].sort()).toEqual(['edited', 'put back', 'removed', 'renamed']);
  const entries = await readdir(corpusDir, { recursive: true, withFileTypes: true });
  expect(entries.filter((entry) => entry.isFile())).toHaveLength(corpus.current().length);
  expect(corpus.versions.size).toBeGreaterThan(first);
  for (const { hash } of corpus.current()) expect(corpus.versions.has(hash)).toBe(true);
});
