// Bundles src/ into dist/ in a fraction of a second; types are the type check's matter. A start from
// hundreds of small files, or from libraries that nobody asks for, takes several times as long.
import { readdir, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

const common = {
  absWorkingDir: root,
  outdir: 'dist',
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  sourcemap: true,
  metafile: true,
  logLevel: 'warning',
};

/** transformers.js loads an image library on import, a third of its time and memory, which text never needs. */
const withoutImages = {
  name: 'without-images',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^sharp$/ }, () => ({ path: 'sharp', namespace: 'left-out' }));
    onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({ contents: 'export default {};' }));
  },
};

const [program, client, worker, widget] = await Promise.all([
  build({
    ...common,
    // Every output lies one folder below dist/, so that '../worker.js' names the worker from each.
    entryPoints: [
      { in: 'src/cli/footnote.ts', out: 'cli/footnote' },
      { in: 'src/ingest/parse-worker.ts', out: 'cli/parse-worker' },
      { in: 'src/langchain/retriever.ts', out: 'langchain/retriever' },
      { in: 'src/langchain/embeddings.ts', out: 'langchain/embeddings' },
    ],
    chunkNames: 'chunks/[name]-[hash]',
    splitting: true,
    // Packages with native parts or files of their own, and those that only some commands load.
    external: ['@langchain/*', '@lat.md/*', 'better-sqlite3', 'hnswlib-node', 'ora', 'pino'],
    banner: {
      js: "import { createRequire as createRequireForBundle } from 'node:module'; const require = createRequireForBundle(import.meta.url);",
    },
  }),
  // For browsers too, so it may hold nothing of Node.
  build({
    ...common,
    platform: 'neutral',
    entryPoints: [{ in: 'src/client/footnote-client.ts', out: 'client/footnote-client' }],
  }),
  build({
    ...common,
    entryPoints: [{ in: 'src/embedding/worker.ts', out: 'worker' }],
    external: ['onnxruntime-node'],
    plugins: [withoutImages],
  }),
  // The one file that pages of others load.
  build({
    ...common,
    platform: 'browser',
    target: 'es2022',
    minify: true,
    sourcemap: false,
    charset: 'utf8',
    entryPoints: [{ in: 'src/widget/footnote-chat.ts', out: 'widget/widget' }],
  }),
]);

// What an earlier build left goes only now, so that a program running from it is not cut off while this one builds.
const written = new Set(
  [program, client, worker, widget].flatMap(({ metafile }) => Object.keys(metafile.outputs)),
);
for (const entry of await readdir(join(root, 'dist'), { recursive: true, withFileTypes: true })) {
  const path = relative(root, join(entry.parentPath, entry.name));
  // Declarations are the compiler's, see `npm run build`.
  const declaration = path.startsWith(join('dist', 'types'));
  if (entry.isFile() && !declaration && !written.has(path))
    await rm(join(root, path), { force: true });
}
