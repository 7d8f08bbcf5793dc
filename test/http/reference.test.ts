import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { createFakeEngine } from './fake-engine.js';
import { ANSWERED, FOUND } from './samples.js';
import { createTestApp } from './test-app.js';

type Operation = {
  operationId?: string;
  summary?: string;
  requestBody?: { content: Record<string, { example?: unknown }> };
};
type Description = {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, { properties?: Record<string, unknown> }> };
};

const { app } = createTestApp();

async function description(): Promise<Description> {
  return (await (await app.request('/openapi.json')).json()) as Description;
}

async function page(): Promise<string> {
  return (await app.request('/docs')).text();
}

describe('GET /openapi.json', () => {
  it('is valid OpenAPI 3.1', async () => {
    const validator = new Validator();
    expect(await validator.validate(await description())).toEqual({ valid: true });
    expect(validator.version).toBe('3.1');
    expect(() => validator.resolveRefs()).not.toThrow();
  });

  it('describes every route that is served, but for the pictures and styles of pages', async () => {
    const served = app.routes
      .filter(({ method, path }) => method !== 'ALL' && !path.startsWith('/assets/'))
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)(\{[^}]*\})?/g, '{$1}')}`);
    const described = Object.entries((await description()).paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described.sort()).toEqual([...new Set(served)].sort());
  });

  it('gives every route a name of its own and says what it does', async () => {
    const operations = Object.values((await description()).paths).flatMap(Object.values<Operation>);
    const names = operations.map(({ operationId }) => operationId);
    expect(new Set(names).size).toBe(names.length);
    expect(operations.filter(({ summary }) => !summary)).toEqual([]);
    expect(names).not.toContain(undefined);
  });

  it('names parts that may be null instead of writing them out', async () => {
    const { schemas } = (await description()).components;
    expect(schemas['AskResponse']?.properties?.['answer']).toMatchObject({
      anyOf: [{ $ref: '#/components/schemas/Answer' }, { type: 'null' }],
    });
  });

  it('gives examples that the routes accept', async () => {
    const engine = createFakeEngine({ ask: async () => ANSWERED, search: async () => FOUND });
    const { post } = createTestApp({ engine });
    let examples = 0;
    for (const [path, { post: operation }] of Object.entries((await description()).paths))
      for (const { example } of Object.values(operation?.requestBody?.content ?? {})) {
        if (example === undefined) continue;
        examples += 1;
        expect([path, (await post(path, example)).status]).not.toEqual([path, 400]);
      }
    expect(examples).toBeGreaterThan(1);
  });
});

describe('GET /docs', () => {
  it('shows every route and every schema', async () => {
    const html = await page();
    const { paths, components } = await description();
    for (const path of Object.keys(paths)) expect(html).toContain(` ${path}</code></h2>`);
    for (const name of Object.keys(components.schemas))
      expect(html).toContain(`<h3 id="schema-${name}">${name}</h3>`);
  });

  it('has a target for each of its links, and no name twice', async () => {
    const html = await page();
    const names = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, name]) => name);
    expect(new Set(names).size).toBe(names.length);
    const targets = [...html.matchAll(/href="#([^"]+)"/g)].map(([, name]) => name);
    expect(targets.length).toBeGreaterThan(50);
    expect(targets.filter((target) => !names.includes(target))).toEqual([]);
  });

  it('shows how to call a route where the reader is', async () => {
    const response = await app.request('http://127.0.0.1:1234/docs');
    expect(await response.text()).toContain('curl http://127.0.0.1:1234/v1/ask');
  });

  it('runs no script, styles nothing inline and loads nothing from elsewhere', async () => {
    const response = await app.request('/docs');
    const html = await response.text();
    expect(html).not.toMatch(/<script|\sstyle="|<style|\son\w+="/);
    expect([...html.matchAll(/(?:src|<link[^>]*href)="([^"]*)"/g)].map(([, to]) => to)).toEqual([
      '/assets/style.css',
      '/assets/icon.svg',
    ]);
    expect(response.headers.get('content-security-policy')).not.toMatch(/unsafe|script-src/);
  });

  it('is sent once, and then only when it changed', async () => {
    const etag = (await app.request('/docs')).headers.get('etag') ?? '';
    const again = await app.request('/docs', { headers: { 'If-None-Match': etag } });
    expect(again.status).toBe(304);
  });
});
