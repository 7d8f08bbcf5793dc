// Bundles src/ into dist/ in a fraction of a second; types are the type check's matter. One file a
// command and its shared parts, since a start from hundreds of small files takes twice as long.
import { readdir, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Packages with native parts or files of their own, and those that only some commands load. */
const LEFT_OUTSIDE = [
  '@langchain/*',
  '@lat.md/*',
  '@xenova/transformers',
  'better-sqlite3',
  'hnswlib-node',
  'ora',
  'pino',
];

const { metafile } = await build({
  absWorkingDir: root,
  // Every output lies one folder below dist/, so that '../worker.js' names the worker from each.
  entryPoints: [
    { in: 'src/cli/footnote.ts', out: 'cli/footnote' },
    { in: 'src/embedding/worker.ts', out: 'worker' },
    { in: 'src/langchain/retriever.ts', out: 'langchain/retriever' },
    { in: 'src/langchain/embeddings.ts', out: 'langchain/embeddings' },
  ],
  outdir: 'dist',
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  external: LEFT_OUTSIDE,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  sourcemap: true,
  metafile: true,
  logLevel: 'warning',
  banner: {
    js: "import { createRequire as createRequireForBundle } from 'node:module'; const require = createRequireForBundle(import.meta.url);",
  },
});

// What an earlier build left goes only now, so that a program running from it is not cut off while this one builds.
const written = new Set(Object.keys(metafile.outputs));
for (const entry of await readdir(join(root, 'dist'), { recursive: true, withFileTypes: true })) {
  const path = relative(root, join(entry.parentPath, entry.name));
  if (entry.isFile() && !written.has(path)) await rm(join(root, path), { force: true });
}
