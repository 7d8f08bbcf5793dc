import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = join(import.meta.dirname, '..', '..');

/** Compiles the building process to plain JavaScript in an empty folder, so that it starts quickly; gives its file. */
export async function compileChild(folder: string): Promise<string> {
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  await build({
    entryPoints: [fileURLToPath(new URL('./build-child.ts', import.meta.url))],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true, // keeps what is imported late out of the start
    platform: 'node',
    format: 'esm',
    packages: 'external',
  });
  return join(folder, 'build-child.mjs');
}
