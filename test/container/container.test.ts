import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readConfig } from '../../src/config.js';
import { SETTINGS } from '../../src/settings.js';
import { startTestServer } from '../http/test-server.js';
import { environmentOf, stagesOf } from './dockerfile.js';

const run = promisify(execFile);
const read = (file: string) => readFileSync(file, 'utf8');

const [BUILD = [], FINAL = [], ...OTHERS] = stagesOf(read('Dockerfile'));
const IGNORED = read('.dockerignore')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));
const MANIFEST = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(read('package.json')));

const allOf = (name: string, stage = [...BUILD, ...FINAL]) =>
  stage.filter((one) => one.name === name).map(({ rest }) => rest);
const last = (name: string) => allOf(name, FINAL).at(-1) ?? '';

/** The settings the container starts with. */
const config = () => readConfig(environmentOf(FINAL));

describe('Dockerfile', () => {
  it('builds in one stage and runs in another, both of one small image', () => {
    expect(OTHERS).toEqual([]);
    expect(allOf('FROM')).toEqual(['node:20-bookworm-slim AS build', 'node:20-bookworm-slim']);
    expect(allOf('RUN', FINAL)).toEqual([]);
    expect(allOf('RUN', BUILD)[0]).toMatch(/apt-get install .*python3 make g\+\+/);
  });

  it('copies only what is there and not left out', () => {
    const sources = allOf('COPY', BUILD).flatMap((rest) => rest.split(' ').slice(0, -1));
    expect(sources).toContain('.');
    expect(sources.filter((source) => !existsSync(source) || IGNORED.includes(source))).toEqual([]);
    for (const copied of allOf('COPY', FINAL))
      expect(copied).toMatch(/^--from=build .*\/(app|data)$/);
  });

  it('runs only programs, commands and scripts that exist', () => {
    const commands = [...allOf('RUN'), ...allOf('CMD')].join('\n').replace(/[",[\]]/g, ' ');
    const files = [...commands.matchAll(/\bnode +(\S+\.m?js)/g)].map(([, file]) => file ?? '');
    expect(new Set(files)).toEqual(new Set(['scripts/build.mjs', 'dist/cli/footnote.js']));
    expect(existsSync('scripts/build.mjs')).toBe(true);
    expect(read('scripts/build.mjs')).toContain("out: 'cli/footnote'");
    const program = read('src/cli/footnote.ts');
    const used = [...commands.matchAll(/footnote\.js +(\w+)/g)].map(([, name]) => name);
    expect(used).toEqual(['index', 'ask', 'serve']);
    for (const name of used) expect(program).toContain(`.command('${name}')`);
    const scripts = [...commands.matchAll(/npm run (\S+)/g)].map(([, name]) => name ?? '');
    expect(scripts.filter((name) => !(name in MANIFEST.scripts))).toEqual([]);
  });

  it('sets only what somebody reads, to what it may be', () => {
    const known = new Set([...Object.keys(SETTINGS), 'NODE_ENV']);
    expect(Object.keys(environmentOf(FINAL)).filter((name) => !known.has(name))).toEqual([]);
    expect(config()).toMatchObject({ host: '0.0.0.0', offline: true });
    const building = ['npm_config_nodedir', 'ONNXRUNTIME_NODE_INSTALL'];
    const others = Object.keys(environmentOf(BUILD)).filter((name) => !known.has(name));
    expect(others).toEqual(building);
    const installer = read('node_modules/onnxruntime-node/script/install-utils.js');
    expect(installer).toContain('process.env.ONNXRUNTIME_NODE_INSTALL ');
  });

  it('builds the index where the container looks for it, over the documents it looks at', () => {
    const { corpusDir, indexDir, modelsDir } = readConfig(environmentOf(BUILD));
    expect(config()).toMatchObject({ corpusDir, indexDir, modelsDir });
  });

  it('runs as nobody in particular, and says what it listens on and keeps', () => {
    expect(last('USER')).toBe('node');
    expect(last('EXPOSE')).toBe(String(config().port));
    expect(JSON.parse(last('VOLUME'))).toEqual([config().indexDir, config().feedbackDir]);
  });

  it('has a health check that tells a service that answers from none', async () => {
    const [, command = ''] = /CMD (\[.*\])$/.exec(last('HEALTHCHECK')) ?? [];
    const [program, ...given] = z.array(z.string()).parse(JSON.parse(command));
    expect(program).toBe('node');
    const { url } = await startTestServer();
    const check = (port: string) =>
      run(process.execPath, given, { env: { ...process.env, PORT: port } });
    await expect(check(new URL(url).port)).resolves.toBeDefined();
    await expect(check('1')).rejects.toMatchObject({ code: 1 });
  });
});

describe('compose.yaml', () => {
  const ServiceSchema = z.object({
    build: z.string(),
    ports: z.array(z.string()),
    environment: z.record(z.string(), z.string()),
    volumes: z.array(z.string()),
    read_only: z.literal(true),
  });
  const { services, volumes } = z
    .object({
      services: z.object({ footnote: ServiceSchema }),
      volumes: z.record(z.string(), z.null()),
    })
    .parse(parse(read('compose.yaml')));
  const service = services.footnote;

  it('names settings that exist, with standards they may have', () => {
    expect(Object.keys(service.environment).filter((name) => !(name in SETTINGS))).toEqual([]);
    const standards = Object.entries(service.environment).map(([name, value]) => {
      const [, asked, standard = ''] = /^\$\{(\w+):-(.*)\}$/.exec(value) ?? [];
      expect(asked).toBe(name);
      return [name, standard];
    });
    expect(() => readConfig(Object.fromEntries(standards))).not.toThrow();
  });

  it('mounts the documents to be read only, and keeps what is built and told', () => {
    const { corpusDir, indexDir, feedbackDir } = config();
    expect(service.volumes).toEqual([
      `./corpus:${corpusDir}:ro`,
      `index:${indexDir}`,
      `feedback:${feedbackDir}`,
    ]);
    expect(existsSync('corpus')).toBe(true);
    expect(Object.keys(volumes)).toEqual(['index', 'feedback']);
  });

  it('opens the port of the service to this machine alone', () => {
    expect(service.ports).toEqual([`127.0.0.1:${config().port}:${config().port}`]);
    expect(existsSync(`${service.build}/Dockerfile`)).toBe(true);
  });
});

describe('.dockerignore', () => {
  it('keeps secrets, history and what is built here out of the image', () => {
    for (const name of ['.git', '.env', 'node_modules', 'dist', 'index', 'feedback'])
      expect(IGNORED).toContain(name);
  });

  it('leaves in all that the program is built from', () => {
    const needed = new Set<string>();
    const add = (file: string) => {
      if (needed.has(file)) return;
      needed.add(file);
      for (const [, from = ''] of read(file).matchAll(/(?:from|import)\s*\(?'(\.{1,2}\/[^']+)'/g))
        add(join(dirname(file), from).replace(/\.js$/, '.ts'));
    };
    for (const file of readdirSync('src', { recursive: true, encoding: 'utf8' }))
      if (file.endsWith('.ts')) add(join('src', file));
    for (const folder of ['models/reader-minilm/reader.safetensors', 'corpus/README.md']) {
      expect(existsSync(folder)).toBe(true);
      needed.add(folder);
    }
    expect(needed.size).toBeGreaterThan(100);
    expect([...needed].filter((file) => IGNORED.includes(file.split('/')[0] ?? ''))).toEqual([]);
  });

  it('names nothing that is neither there nor left out of version control', () => {
    const gitIgnored = read('.gitignore')
      .split('\n')
      .map((line) => line.replace(/^\/|\/$/g, ''));
    const odd = IGNORED.filter(
      (name) => name !== '.git' && !existsSync(name) && !gitIgnored.includes(name),
    );
    expect(odd).toEqual([]);
  });
});
