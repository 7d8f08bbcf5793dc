import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { DocumentListSchema, DocumentViewSchema } from '../../src/contract/document.js';
import { documentHref } from '../../src/contract/document-href.js';
import type { StructuredDocument } from '../../src/contract/engine.js';
import { createFakeEngine } from './fake-engine.js';
import { CITATION, DOCUMENT } from './samples.js';
import { createTestApp, problemOf } from './test-app.js';

const { text: _text, blocks: _blocks, ...SUMMARY } = DOCUMENT;

function appWith(...documents: readonly StructuredDocument[]) {
  const engine = createFakeEngine({
    documents: async () => ({ documents: [SUMMARY] }),
    document: async (id) => documents.find((document) => document.id === id),
  });
  return createTestApp({ engine }).app;
}

describe('GET /v1/documents', () => {
  it('lists the documents without their texts', async () => {
    const response = await appWith().request('/v1/documents');
    expect(DocumentListSchema.parse(await response.json())).toEqual({ documents: [SUMMARY] });
  });
});

describe('GET /v1/documents/{id}', () => {
  it.each(['/v1/documents/news/trade', '/v1/documents/news%2Ftrade'])(
    '%s finds an id that holds a slash',
    async (path) => {
      const response = await appWith(DOCUMENT).request(path);
      expect(response.status).toBe(200);
      const view = await response.json();
      expect(DocumentViewSchema.strict().parse(view)).toEqual({ ...SUMMARY, text: DOCUMENT.text });
    },
  );

  it.each(['한국/무역 2025', 'a%2Fb', '100%', 'q?x#y', 'a+b', 'plus &amp; more'])(
    'finds the id %s by the address that citations give',
    async (id) => {
      const app = appWith({ ...DOCUMENT, id });
      expect((await app.request(documentHref(id))).status).toBe(200);
      expect((await app.request(`/v1${documentHref(id)}`)).status).toBe(200);
    },
  );

  it('says that a document is not there', async () => {
    const problem = await problemOf(await appWith(DOCUMENT).request('/v1/documents/other'));
    expect(problem.code).toBe('not_found');
    expect(problem.detail).toContain('other');
  });

  it('is sent once, and then only when it changed', async () => {
    const first = await appWith(DOCUMENT).request('/v1/documents/news/trade');
    const etag = first.headers.get('etag') ?? '';
    expect(etag).not.toBe('');
    const again = { headers: { 'If-None-Match': etag } };
    const second = await appWith(DOCUMENT).request('/v1/documents/news/trade', again);
    expect(second.status).toBe(304);
    expect(await second.text()).toBe('');
    const renamed = appWith({ ...DOCUMENT, title: 'Trade, corrected' });
    expect((await renamed.request('/v1/documents/news/trade', again)).status).toBe(200);
  });
});

describe('what was sent before', () => {
  it.each(['/v1/documents', documentHref(DOCUMENT.id), CITATION.href])(
    '%s is sent again only when it changed',
    async (path) => {
      const first = await appWith(DOCUMENT).request(path);
      const again = { headers: { 'If-None-Match': first.headers.get('etag') ?? '' } };
      expect(first.headers.get('cache-control')).toBe('no-cache');
      expect((await appWith(DOCUMENT).request(path, again)).status).toBe(304);
      const altered = { ...DOCUMENT, title: 'Trade, corrected', hash: 'sha256-0' };
      if (path !== '/v1/documents')
        expect((await appWith(altered).request(path, again)).status).toBe(200);
    },
  );
});

describe('GET /documents/{id}', () => {
  const page = async (query = '', document = DOCUMENT) => {
    const response = await appWith(document).request(`${documentHref(document.id)}${query}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=UTF-8');
    return response.text();
  };
  const marks = (html: string) => [...html.matchAll(/<mark[^>]*>[^<]*<\/mark>/g)].map(String);

  it('shows title, facts and text by kind, in the language of the document', async () => {
    const html = await page();
    expect(html).toContain('<article lang="en-GB">');
    expect(html.match(/<h1>/g)).toHaveLength(1);
    expect(html).toContain('<h1>Trade in numbers</h1>');
    expect(html).toContain('<dt>Author</dt><dd>A. Writer</dd>');
    expect(html).toContain('<dt>section</dt><dd>Economy</dd>');
    expect(html).toMatch(/<ul><li>first<\/li>\s*<li>second<\/li>\s*<\/ul>/);
    expect(html).toContain('<p class="caption">A harbour</p>');
    expect(html).not.toContain('Licence');
    expect(marks(html)).toEqual([]);
  });

  it('shows where the pages of the source begin, between its blocks', async () => {
    const [title, second, third] = DOCUMENT.blocks;
    const pageStarts = [title?.start ?? 0, second?.start ?? 0, (third?.end ?? 0) + 1];
    const html = await page('', { ...DOCUMENT, pageStarts });
    const shown = [...html.matchAll(/Page \d|first|second/g)].map(String);
    expect(shown).toEqual(['Page 2', 'first', 'Page 3', 'second']);
  });

  it('escapes what stands in a document', async () => {
    const html = await page();
    expect(html).toContain('It was &lt;b&gt;less&lt;/b&gt; &amp; &quot;older&quot; before.');
    expect(html).toContain('The &lt;Paper&gt;');
    expect(html).toContain('href="https://example.org/trade?a=1&amp;b=2"');
  });

  it('links no source address that does not lead to the web', async () => {
    const metadata = { ...DOCUMENT.metadata, url: 'javascript:alert(1)' };
    expect(await page('', { ...DOCUMENT, metadata })).not.toContain('href="javascript:');
  });

  it('runs no script and takes nothing from elsewhere', async () => {
    const html = await page();
    expect(html).not.toContain('<script');
    expect(html).not.toMatch(/style="|<style/);
    const stylesheet = await appWith().request('/assets/style.css');
    expect(stylesheet.headers.get('content-type')).toContain('text/css');
    expect(await stylesheet.text()).toContain('mark {');
  });

  const cited = CITATION.href.replace(/^[^?]*/, '');
  const changed = (text: string): StructuredDocument => ({
    ...DOCUMENT,
    text,
    hash: `sha256-${createHash('sha256').update(text).digest('hex')}`,
    blocks: [{ start: 0, end: text.length, kind: 'paragraph', level: 0 }],
  });

  it('marks the quote at the address a citation gives', async () => {
    const html = await page(cited);
    expect(marks(html)).toEqual(['<mark id="quote">Trade grew to $77.2 billion in 2024.</mark>']);
    expect(html).toContain('</mark> It was ');
    expect(html).toContain('<a href="#quote">');
    expect(html).not.toContain('has changed');
  });

  it('finds the quote again where the source has changed around it, and says so', async () => {
    const html = await page(cited, changed(`An added line.\n\n${DOCUMENT.text}`));
    expect(marks(html)).toEqual(['<mark id="quote">Trade grew to $77.2 billion in 2024.</mark>']);
    expect(html).toContain('The source has changed since it was quoted.');
    expect(html).toContain('still stand');
  });

  it('says where the link leads that the quoted words are gone', async () => {
    const html = await page(cited, changed(DOCUMENT.text.replace('$77.2', '$77.9')));
    expect(marks(html)).toEqual([]);
    expect(html).toMatch(/id="quote"><strong>The source has changed since it was quoted\./);
    expect(html).toContain('do not stand in it any more');
  });

  it('marks a quote across blocks in each of them, and names the first', async () => {
    const start = DOCUMENT.text.indexOf('first');
    const end = DOCUMENT.text.indexOf('harbour');
    expect(marks(await page(`?start=${start}&end=${end}`))).toEqual([
      '<mark id="quote">first</mark>',
      '<mark>second</mark>',
      '<mark>A </mark>',
    ]);
  });

  it('marks a quote in the title', async () => {
    expect(await page('?start=0&end=5')).toContain(
      '<h1><mark id="quote">Trade</mark> in numbers</h1>',
    );
  });

  it.each([
    '?start=5&end=5',
    '?start=9&end=5',
    '?start=-1&end=5',
    '?start=0&end=999999',
    '?start=0',
    '?start=a&end=b',
    '?start=1e1&end=20',
    '?start=0x1&end=20',
    '?start=1.5&end=20',
    '?start=99999999999999999999&end=999999999999999999999',
    '?start=%00&end=%E0%A4%A',
    '?start=0&end=5&version=0&digest=zz',
    '?start=0&end=999999999&version=0&digest=0',
    '?start=5&end=0&version=0',
    '?version=%3Cscript%3E',
  ])('shows the document unmarked for %s', async (query) => {
    expect(marks(await page(query))).toEqual([]);
  });
});
