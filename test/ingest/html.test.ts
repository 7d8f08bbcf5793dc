import { describe, expect, it } from 'vitest';
import { blocksOf, loadOne } from './load-one.js';

const PROSE =
  'The harbour of Saltmere opened in 1884 and was enlarged twice. Its tide mill still grinds flour for the bakery. ';

function page(body: string, head = ''): string {
  return `<!doctype html><html lang="en-GB"><head><title>Mill news - The Paper</title>${head}</head><body>${body}</body></html>`;
}

describe('HTML', () => {
  it('is its main content, with headings, lists and tables; links leave their words', async () => {
    const document = await loadOne(
      'news/mill.html',
      page(
        `<nav><ul><li><a href="/">Home</a></li><li><a href="/s">Sport</a></li></ul></nav>
        <main><article><h1>Mill news</h1><p>${PROSE.repeat(3)}See <a href="/x">the <b>report</b></a>.</p>
        <h2>Flour</h2><p>${PROSE}</p><ul><li>Rye</li><li><p>Wheat</p><ul><li>Soft</li></ul></li></ul><ol start="3"><li>Third</li></ol>
        <table><tr><th>Port</th><th>Ships</th></tr><tr><td>Saltmere</td><td>12 <b>big</b></td></tr></table>
        <pre><code>let a =
  1;</code></pre><blockquote>Quoted words of the miller.</blockquote>
        <figure><img alt="no"><figcaption>The mill at night</figcaption></figure>
        <p hidden>secret</p><p style="display: none">secret</p><script>secret</script></article></main>
        <aside><p>Subscribe now</p></aside><footer><p>Copyright</p></footer>`,
      ),
    );
    const found = blocksOf(document).map((block) => block.replace(PROSE.trim(), 'PROSE'));
    expect(found.slice(1)).toEqual([
      'heading2 Flour',
      'paragraph PROSE',
      'listItem Rye',
      'listItem Wheat',
      'listItem Soft',
      'listItem 3. Third',
      'table Port | Ships\nSaltmere | 12 big',
      'code let a =\n  1;',
      'quotation Quoted words of the miller.',
      'caption The mill at night',
    ]);
    expect(found[0]).toMatch(/See the report\.$/);
    expect(document.text).not.toMatch(/Home|Sport|Subscribe|Copyright|secret/);
    expect([document.id, document.title]).toEqual(['news/mill.html', 'Mill news']);
  });

  it('says of itself what its head says', async () => {
    const { metadata } = await loadOne(
      'a.html',
      page(
        `<p>${PROSE}</p>`,
        `<meta name="author" content="Jane Doe"><meta property="article:published_time" content="2024-05-06T10:00:00Z">
        <meta property="og:site_name" content="The Paper"><meta name="keywords" content="mill, flour"><meta property="article:tag" content="bread">
        <meta property="article:modified_time" content="2024-06-01T00:00:00Z"><link rel="canonical" href="https://paper.example/mill">`,
      ),
    );
    expect(metadata).toMatchObject({
      author: 'Jane Doe',
      publisher: 'The Paper',
      published: '2024-05-06',
      url: 'https://paper.example/mill',
      language: 'en-GB',
      tags: ['mill', 'flour', 'bread'],
      other: { modified: '2024-06-01' },
    });
  });

  it.each<[string, string, readonly string[]]>([
    [
      'a bare line',
      'Only &lt;one&gt; line &amp; no more.',
      ['paragraph Only <one> line & no more.'],
    ],
    [
      'no html element',
      '<title>T</title><h2>Head</h2><p>One<p>Two',
      ['heading2 Head', 'paragraph One', 'paragraph Two'],
    ],
    [
      'no body element',
      '<html><h3>Head</h3>Text<br>below</html>',
      ['heading3 Head', 'paragraph Text\nbelow'],
    ],
    [
      'links alone',
      page('<ul><li><a href="/a">Tide tables</a></li><li><a href="/b">Sand charts</a></li></ul>'),
      ['listItem Tide tables', 'listItem Sand charts'],
    ],
    [
      'a table that lays out the page',
      page(
        '<table><tr><td><h2>Left</h2>Words stand here.</td><td><p>Right words.</p></td></tr></table>',
      ),
      ['heading2 Left', 'paragraph Words stand here.', 'paragraph Right words.'],
    ],
    [
      'ruby',
      page('<p><ruby>東京<rp>(</rp><rt>とうきょう</rt></ruby>です。</p>'),
      ['paragraph 東京です。'],
    ],
  ])('loses nothing where there is no article to be told: %s', async (_, source, blocks) => {
    expect(blocksOf(await loadOne('a.html', source))).toEqual(blocks);
  });

  it('keeps a page whole of which too much would be thrown away', async () => {
    const sections = Array.from(
      { length: 30 },
      (_, at) =>
        `<div class="comment sidebar"><h2>Rule ${at}</h2><p>Number ${at} says little.</p></div>`,
    );
    const { text } = await loadOne(
      'a.html',
      page(`<div><p>${PROSE}</p></div>${sections.join('')}`),
    );
    for (const at of [0, 15, 29]) expect(text).toContain(`Number ${at} says little.`);
  });

  it.each([500, 30_000])('keeps the text of a page %i elements deep', async (depth) => {
    const deep = `${'<div>'.repeat(depth)}<p>Deep text</p>${'</div>'.repeat(depth)}<p>After it.</p>`;
    const { text } = await loadOne('a.html', page(deep));
    expect(text).toMatch(/Deep text\s+After it\./);
  });

  it('takes markup that never ends for what it is worth', async () => {
    for (const odd of [
      '<script>'.repeat(2000),
      '<a '.repeat(20_000),
      '<!--'.repeat(5000),
      '<p "'.repeat(5000),
    ]) {
      const { text } = await loadOne('a.html', `<p>Words before.</p>${odd}`);
      expect(text).toContain('Words before.');
    }
  });
});
