import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEngine } from '../../src/compose.js';
import { readConfig } from '../../src/config.js';
import type { Engine } from '../../src/contract/engine.js';
import { SHARED_MODELS_DIR } from '../embedding/shared-models-dir.js';

export const SCRIPT = '<script>alert(1)</script>';
export const IMAGE = '<img src=x onerror=alert(2)>';
export const QUESTION = `How many ships called at the harbour? "><script>alert(3)</script>`;

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

const HTML = `<!doctype html><html lang="en"><head><title>The quay ${escaped(SCRIPT)}</title></head>
<body><article><h1>The quay ${escaped(SCRIPT)}</h1>
<p onclick="alert(1)">The quay ${IMAGE}${SCRIPT} is 310 metres long, and ${escaped(IMAGE)} was built of granite in 1904 by the harbour board.</p>
<p>It was widened in 1931, and since 1998 <a href="javascript:alert(1)">trains</a> come to its end from every part of the country.</p>
</article></body></html>`;

/** The engine over documents that would like to run something. */
export async function openHostileEngine(): Promise<Engine> {
  const folder = await mkdtemp(join(tmpdir(), 'footnote-hostile-'));
  const corpus = join(folder, 'corpus');
  await mkdir(corpus);
  await writeFile(join(corpus, 'harbour.md'), MARKDOWN);
  await writeFile(join(corpus, 'quay.html'), HTML);
  await writeFile(join(corpus, 'plain.txt'), `${IMAGE}\n\nA harbour ${SCRIPT} master.\n`);
  const config = readConfig({
    INDEX_DIR: join(folder, 'index'),
    CORPUS_DIR: corpus,
    MODELS_DIR: SHARED_MODELS_DIR,
    EMBEDDING_WORKERS: '1',
    READER: 'extractive-light',
  });
  const ignore = () => {};
  const problem = (refused: unknown) => {
    throw new Error(`A document was refused: ${JSON.stringify(refused)}`);
  };
  const engine = await openEngine(config, {
    ...{ step: ignore, warning: ignore, download: ignore },
    problem,
  });
  return {
    ...engine,
    async close() {
      await engine.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function escaped(text: string): string {
  return text.replaceAll('<', '&lt;');
}
