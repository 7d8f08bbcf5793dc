import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const STATIC_IMPORT =
  /^(?:import|export)\s(type\s)?(?:[\w*]|\{)[^;'"]*?\sfrom\s+['"]([^'"]+)['"]/gm;
const OTHER_IMPORT = /\bimport\(\s*['"]([^'"]+)['"]\s*\)|^import\s+['"]([^'"]+)['"]/gm;

/** Which layers a layer may import; a layer may always import itself. Types alone may also come from `types`. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  errors: [],
  contract: ['domain', 'errors'],
  analysis: ['domain'],
  settings: [],
  config: ['errors', 'settings'],
  ingest: ['domain', 'analysis', 'errors'],
  embedding: ['domain', 'analysis', 'errors'],
  indexing: ['domain', 'analysis', 'errors', 'ingest', 'embedding'],
  retrieval: ['domain', 'analysis', 'errors'],
  upkeep: ['domain', 'errors', 'contract', 'ingest', 'indexing'],
  answering: ['domain', 'analysis', 'errors', 'contract'],
  chat: ['domain', 'analysis', 'errors', 'contract'],
  verification: ['domain', 'analysis', 'contract', 'errors'],
  langchain: ['domain', 'errors', 'contract'],
  references: ['contract'],
  mcp: ['domain', 'errors', 'contract', 'references'],
  feedback: ['analysis', 'contract', 'errors'],
  client: ['contract'],
  widget: ['contract', 'errors', 'client', 'references'],
  http: ['domain', 'errors', 'contract', 'references', 'mcp'],
};

/** The one home of each library. */
const HOMES: Readonly<Record<string, RegExp>> = {
  'hnswlib-node': /^src\/indexing\/hnsw-[a-z]+\.ts$/,
  'better-sqlite3': /^src\/indexing\//,
  chokidar: /^src\/upkeep\//,
  '@xenova/transformers': /^src\/embedding\//,
  hono: /^src\/(http\/|cli\/serve)/,
  '@hono/zod-openapi': /^src\/http\//,
  '@hono/node-server': /^src\/(http\/|cli\/)/,
  '@modelcontextprotocol/sdk': /^src\/(mcp\/|http\/routes\/mcp|cli\/mcp)/,
  '@langchain/textsplitters': /^src\/ingest\//,
  unpdf: /^src\/ingest\/pdf\.ts$/,
  mammoth: /^src\/ingest\/docx\.ts$/,
  linkedom: /^src\/ingest\/html-tree\.ts$/,
  '@mozilla/readability': /^src\/ingest\/main-content\.ts$/,
  chardet: /^src\/ingest\/text-encoding\.ts$/,
  'iconv-lite': /^src\/ingest\/text-encoding\.ts$/,
  '@langchain/core': /^src\/langchain\//,
  '@langchain/openai': /^src\/chat\//,
  'hono-rate-limiter': /^src\/http\/security\//,
  'prom-client': /^src\/http\/metrics\//,
  commander: /^src\/cli\//,
  ora: /^src\/cli\//,
  pino: /^src\/(http\/|cli\/)/,
};

interface Import {
  readonly file: string;
  readonly from: string;
  readonly typeOnly: boolean;
}

function filesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${folder}/${file}`);
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  return [
    ...[...text.matchAll(STATIC_IMPORT)].map((match) => ({
      file,
      from: match[2] ?? '',
      typeOnly: match[1] !== undefined,
    })),
    ...[...text.matchAll(OTHER_IMPORT)].map((match) => ({
      file,
      from: match[1] ?? match[2] ?? '',
      typeOnly: false,
    })),
  ];
}

function layerOf(file: string): string {
  return file.split('/')[1]?.replace(/\.ts$/, '') ?? '';
}

function target({ file, from }: Import): string {
  return relative(ROOT, join(ROOT, dirname(file), from)).replace(/\.js$/, '.ts');
}

const imports = filesBelow('src').flatMap(importsOf);
const local = imports.filter(({ from }) => from.startsWith('.'));

describe('layers', () => {
  it('sees the imports it is about', () => {
    expect(local.length).toBeGreaterThan(50);
    expect(new Set(local.map(({ file }) => layerOf(file))).size).toBeGreaterThan(5);
  });

  it('point one way', () => {
    const wrong = local
      .map((one) => ({ ...one, layer: layerOf(one.file), to: layerOf(target(one)) }))
      .filter(({ layer, to }) => layer in MAY && layer !== to && !MAY[layer]?.includes(to))
      .map(({ file, from }) => `${file} imports ${from}`);
    expect(wrong).toEqual([]);
  });

  it('are all named here, but for those that know everything', () => {
    const layers = new Set(filesBelow('src').map(layerOf));
    expect([...layers].filter((layer) => !(layer in MAY)).sort()).toEqual(['cli', 'compose']);
  });

  it('keep domain and contract free of what runs', () => {
    const wrong = imports.filter(
      ({ file, from, typeOnly }) =>
        (layerOf(file) === 'domain' && !typeOnly) ||
        (layerOf(file) === 'contract' && !from.startsWith('.') && from !== 'zod'),
    );
    expect(wrong).toEqual([]);
  });

  it('give each library one home', () => {
    const wrong = imports
      .filter(({ from, file }) =>
        Object.entries(HOMES).some(
          ([name, home]) => (from === name || from.startsWith(`${name}/`)) && !home.test(file),
        ),
      )
      .map(({ file, from }) => `${file} imports ${from}`);
    expect(wrong).toEqual([]);
  });

  it('let the evaluation know only the contract and how the service is put together', () => {
    const wrong = filesBelow('eval')
      .flatMap(importsOf)
      .filter((one) => one.from.startsWith('.') && target(one).startsWith('src/'))
      .filter((one) => !['contract', 'compose', 'config', 'errors'].includes(layerOf(target(one))))
      .map(({ file, from }) => `${file} imports ${from}`);
    expect(wrong).toEqual([]);
  });

  it('let only the configuration read the environment', () => {
    const readers = filesBelow('src').filter((file) =>
      /process\.env\b/.test(readFileSync(join(ROOT, file), 'utf8')),
    );
    expect(readers.filter((file) => !file.startsWith('src/cli/'))).toEqual([]);
  });
});
