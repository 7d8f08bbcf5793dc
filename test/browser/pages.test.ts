import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEngine } from '../../src/compose.js';
import { readConfig } from '../../src/config.js';
import type { Engine } from '../../src/contract/engine.js';
import { SHARED_MODELS_DIR } from '../embedding/shared-models-dir.js';
import { browserForTests } from './browser.js';
import { startService } from './service.js';

const SCRIPT = '<script>alert(1)</script>';
const IMAGE = '<img src=x onerror=alert(2)>';
const QUESTION = `How many ships called at the harbour? "><script>alert(3)</script>`;

const MARKDOWN = `---
title: '${SCRIPT}${IMAGE} of the harbour'
author: '"><svg onload=alert(4)>'
publisher: "</title></style>${SCRIPT}"
url: 'https://example.org/?a="><script>alert(5)</script>'
language: en
section: "${IMAGE}"
---

# The harbour \`${IMAGE}\`

In 2024, 5,120 ships called at the harbour \`${SCRIPT}\` of Saltmere.[1] See [the list](javascript:alert(7)).

<iframe srcdoc="<script>alert(8)</script>"></iframe>

- &lt;a href="javascript:alert(9)"&gt;the source&lt;/a&gt;
- <https://example.org/elsewhere>
`;

let folder: string;
let engine: Engine;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'footnote-hostile-'));
  await mkdir(join(folder, 'corpus'));
  await writeFile(join(folder, 'corpus', 'harbour.md'), MARKDOWN);
  await writeFile(join(folder, 'corpus', 'plain.txt'), `${IMAGE}\n\nA harbour ${SCRIPT} master.\n`);
  const config = readConfig({
    INDEX_DIR: join(folder, 'index'),
    CORPUS_DIR: join(folder, 'corpus'),
    MODELS_DIR: SHARED_MODELS_DIR,
    EMBEDDING_WORKERS: '1',
    READER: 'extractive-light',
  });
  const ignore = () => {};
  const problems: unknown[] = [];
  const reporter = {
    step: ignore,
    problem: (problem: unknown) => problems.push(problem),
    warning: ignore,
    download: ignore,
  };
  engine = await openEngine(config, reporter);
  expect(problems).toEqual([]);
});

afterAll(async () => {
  await engine?.close();
  await rm(folder, { recursive: true, force: true });
});

const open = browserForTests();

/** Elements that run or load something, and links that leave the service. */
async function foreign(page: Page, url: string): Promise<string[]> {
  const made = await page
    .locator(
      'main :is(script, img, svg, iframe, object, embed, [onerror], [onload], [onmouseover])',
    )
    .all();
  const links = await page.locator('a[href]').evaluateAll((all) => all.map((link) => String(link)));
  return [...made.map(String), ...links.filter((link) => !link.startsWith(`${url}/`))];
}

describe('pages of hostile documents', () => {
  it('show what a document says as text', async () => {
    const { url } = await startService({ engine });
    const page = await open(`${url}/documents/harbour`);
    expect(await page.locator('h1').innerText()).toContain(SCRIPT);
    expect(await page.locator('dl').innerText()).toContain('<svg onload=alert(4)>');
    expect(await page.locator('article').innerText()).toContain(
      `the harbour ${SCRIPT} of Saltmere`,
    );
    // The address the document was published at is its own to tell, as long as it is only that.
    expect(await foreign(page, url)).toEqual([
      'https://example.org/?a=%22%3E%3Cscript%3Ealert(5)%3C/script%3E',
    ]);
    await page.goto(`${url}/documents/plain`);
    expect(await page.locator('article').innerText()).toContain(`A harbour ${SCRIPT} master.`);
    expect(await foreign(page, url)).toEqual([]);
  });

  it('answer a hostile question from a hostile document, and lead to the marked quote', async () => {
    const { url } = await startService({ engine });
    const page = await open(`${url}/?question=${encodeURIComponent(QUESTION)}`);
    expect(await page.locator('h1').innerText()).toBe(QUESTION);
    expect(await page.locator('input').inputValue()).toBe(QUESTION);
    expect(await page.locator('main').innerText()).toContain(SCRIPT);
    expect(await foreign(page, url)).toEqual([]);
    await page.locator('.sources a').first().click();
    await page.locator('mark#quote').waitFor();
    expect(await page.locator('mark').allInnerTexts()).toContainEqual(
      expect.stringContaining('5,120 ships called'),
    );
  });

  it('list them at home, tell of a page that is not there, and describe the service', async () => {
    const { url } = await startService({ engine });
    const page = await open(url);
    expect(await page.locator('main').innerText()).toContain(SCRIPT);
    expect(await foreign(page, url)).toEqual([]);
    await page.goto(`${url}/documents/${encodeURIComponent(IMAGE)}`);
    expect(await foreign(page, url)).toEqual([]);
    await page.goto(`${url}/docs`);
    expect(await page.locator('h1').innerText()).toBe('Reference');
    expect(await foreign(page, url)).toEqual([]);
  });
});
