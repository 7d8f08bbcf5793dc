import { describe, expect, it } from 'vitest';
import { ATTRIBUTES } from '../../src/widget/settings.js';
import { createFakeEngine } from './fake-engine.js';
import { ABSTAINED, ANSWERED, CITATION, DISAGREED, DOCUMENT } from './samples.js';
import { createTestApp, problemOf } from './test-app.js';

const asking = (response: typeof ANSWERED) =>
  createTestApp({ engine: createFakeEngine({ ask: async () => response }) }).app;

describe('GET /', () => {
  it('names the documents and offers a question field', async () => {
    const engine = createFakeEngine({ documents: async () => ({ documents: [DOCUMENT] }) });
    const html = await (await createTestApp({ engine }).app.request('/')).text();
    expect(html).toContain('<label for="question">');
    expect(html).toContain('<a href="/documents/news/trade">Trade in numbers</a>');
  });

  it('shows the chat under a policy that lets no other script run', async () => {
    const response = await createTestApp({ publicUrl: 'https://ask.example/' }).app.request('/');
    const html = await response.text();
    const form = html.slice(html.indexOf('<footnote-chat'), html.indexOf('</footnote-chat>'));
    expect(form).toContain('<form action="/" method="get"');
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).toContain('<script type="module" src="/widget.js">');
    expect(response.headers.get('content-security-policy')?.split('; ')).toEqual([
      "default-src 'none'",
      "style-src 'self'",
      "img-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "script-src 'self'",
      "connect-src 'self'",
      "require-trusted-types-for 'script'",
    ]);
  });

  it('tells how a page shows the chat, with every attribute', async () => {
    const { app } = createTestApp({ publicUrl: 'https://ask.example/' });
    const html = await (await app.request('/')).text();
    expect(html).toContain(
      '&lt;script type=&quot;module&quot; src=&quot;https://ask.example/widget.js&quot;&gt;',
    );
    for (const name of ATTRIBUTES) expect(html).toContain(`<dt><code>${name}</code></dt>`);
  });

  it('says that it is starting while it is', async () => {
    const response = await createTestApp().app.request('/');
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('still being opened or built');
  });

  it('answers a question with marks that lead to the sources', async () => {
    const html = await (await asking(ANSWERED).request('/?question=How+large%3F')).text();
    expect(html).toContain('<p class="lead">$77.2 billion</p>');
    expect(html).toContain('in 2024.<sup><a href="#source-1" aria-label="Source 1">[1]</a></sup>');
    expect(html).toContain('<li id="source-1" value="1">');
    expect(html).toContain(`href="${CITATION.href.replaceAll('&', '&amp;')}"`);
    expect(html).toContain('A. Writer, The &lt;Paper&gt;, 2025-06-20');
  });

  it('says on which pages of its source a quote stands', async () => {
    const paged = { ...ANSWERED, citations: [{ ...CITATION, page: 3, pageEnd: 4 }] };
    const html = await (await asking(paged).request('/?question=How+large%3F')).text();
    expect(html).toContain('A. Writer, The &lt;Paper&gt;, 2025-06-20, pp. 3–4');
  });

  it('shows both sides of a disagreement', async () => {
    const html = await (await asking(DISAGREED).request('/?question=How+large%3F')).text();
    expect(html).toContain('The sources differ');
    expect(html).toContain('<strong>$77 billion</strong><sup><a href="#source-2"');
  });

  it('says so when there is no answer, and shows the nearest passages', async () => {
    const html = await (await asking(ABSTAINED).request('/?question=Who%3F')).text();
    expect(html).toContain('No answer in these documents.');
    expect(html).toContain('Nothing here speaks of a cup.');
    expect(html).toContain('<blockquote>Trade grew to');
  });

  it('escapes the question it was asked', async () => {
    const echo = { ...ANSWERED, question: '"><script>alert(1)</script>' };
    const html = await (await asking(echo).request('/?question=x')).text();
    expect(html).not.toContain('<script>');
    expect(html).toContain('value="&quot;&gt;&lt;script&gt;');
  });

  it.each(['/?question=', '/?question=%20', '/?question=a%00b', `/?question=${'x'.repeat(2001)}`])(
    'refuses %.30s as the API does',
    async (path) => {
      const { app } = createTestApp({ engine: createFakeEngine() });
      expect((await problemOf(await app.request(path))).code).toBe('invalid_request');
      const headers = { Accept: 'text/html' };
      const page = await app.request(path, { headers });
      expect(page.status).toBe(400);
      expect(await page.text()).toContain('<h1>The request is not valid</h1>');
    },
  );
});
