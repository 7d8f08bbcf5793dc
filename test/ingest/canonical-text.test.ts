import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SourceDocument } from '../../src/domain/document.js';
import { loadCorpus } from '../../src/ingest/load-corpus.js';
import { corpusFolder } from './corpus-folder.js';
import { nastyText } from './nasty-text.js';

async function read(name: string, source: string): Promise<SourceDocument> {
  const corpusDir = await corpusFolder({ [name]: source });
  const { documents } = await loadCorpus({ corpusDir, onProblem: 'stop' });
  return documents[0]!;
}

/** Kind, or level for a heading, with the text of each block. */
function blocksOf({ text, blocks }: SourceDocument): [string, string][] {
  return blocks.map(({ kind, level, start, end }) => [
    kind === 'heading' ? `h${level}` : kind,
    text.slice(start, end),
  ]);
}

describe('the canonical text of Markdown', () => {
  it.each<[string, string, [string, string][]]>([
    [
      'headings of both styles',
      'Title\n=====\n\n## Part *one* ##\n\nText.',
      [
        ['h1', 'Title'],
        ['h2', 'Part one'],
        ['paragraph', 'Text.'],
      ],
    ],
    [
      'lines of a paragraph joined, hard line breaks kept',
      'One\n  two\tthree   four\\\nfive  \nsix<br>seven',
      [['paragraph', 'One two three four\nfive\nsix\nseven']],
    ],
    [
      'inline markup removed, links by their words',
      'A **b** _c_ ~~d~~ `e  f` [g](h "i") <https://j.example> ![k](l) [m][n] o[^1]\n\n[n]: p\n[^1]: Note.',
      [
        ['paragraph', 'A b c d e f g https://j.example m o'],
        ['paragraph', 'Note.'],
      ],
    ],
    [
      'escapes and character references as what they stand for',
      '\\[a\\] \\*b\\* 1\\. &amp; &copy; &#x1F44D; R&D',
      [['paragraph', '[a] *b* 1. & © 👍 R&D']],
    ],
    [
      'list items, with the numbers of ordered lists',
      '- a\n- b **c**\n  - d\n\n3. e\n4. f\n\n   g\n\n- [x] done',
      [
        ['listItem', 'a'],
        ['listItem', 'b c'],
        ['listItem', 'd'],
        ['listItem', '3. e'],
        ['listItem', '4. f'],
        ['listItem', 'g'],
        ['listItem', 'done'],
      ],
    ],
    [
      'quotations and captions',
      '> Said\n> so.\n>\n> - once\n\n> [!CAPTION]\n> The *harbour*\n> at night.\n\n> [!caption]\n>\n> Two.',
      [
        ['quotation', 'Said so.'],
        ['listItem', 'once'],
        ['caption', 'The harbour at night.'],
        ['caption', 'Two.'],
      ],
    ],
    [
      'tables, a row a line',
      '| a | **b** |\n|---|---|\n| c \\| d | |\n| e | f |',
      [['table', 'a | b\nc | d |\ne | f']],
    ],
    [
      'code with its indentation',
      '```ts\n  if (a) {  \n\n    b();\n  }\n```\n\n    indented\n',
      [
        ['code', 'if (a) {\n\n    b();\n  }'],
        ['code', 'indented'],
      ],
    ],
    [
      'HTML without tags, comments, scripts and styles',
      '<div align="center"><b>One</b> &amp; two<p>three</div>\n\n<script>\nno()\n</script>\n\n<!-- no -->\n\nfour <i>five</i> <!-- no -->six',
      [
        ['paragraph', 'One & two\nthree'],
        ['paragraph', 'four five six'],
      ],
    ],
    [
      'HTML that is not well formed',
      '<div>1 < 2 &#65;&#x1F44D;&#0;&nbsp;&unknown; <!DOCTYPE x>three\n<style>p {}</style>four<br/>five <!-- open',
      [['paragraph', '1 < 2 A👍\uFFFD\u00a0&unknown; three\nfour\nfive']],
    ],
    [
      'no rules, images, definitions',
      'a\n\n***\n\n![b](c)\n\n[d]: e\n\nf',
      [
        ['paragraph', 'a'],
        ['paragraph', 'f'],
      ],
    ],
    [
      'no-break spaces as they are',
      'a\u00a0\u00a0b\u202fc d',
      [['paragraph', 'a\u00a0\u00a0b\u202fc d']],
    ],
  ])('has %s', async (_, source, expected) => {
    const document = await read('a.md', source);
    expect(blocksOf(document)).toEqual(expected);
    expect(document.text).toBe(expected.map(([, text]) => text).join('\n\n'));
  });

  it('loses no character of overcrowded markup, and reads markup elsewhere', async () => {
    const crowded = '_a_ [b] *c* ~d~ '.repeat(1_000).trim();
    const document = await read('a.md', `**One** [two](x)\n\n${crowded}`);
    expect(blocksOf(document)).toEqual([
      ['paragraph', 'One two'],
      ['paragraph', crowded],
    ]);
  });

  it('reads a line of a megabyte', async () => {
    const line = 'The U.S. grew by 31.6% *overall*, it seems. '.repeat(24_000).trim();
    const document = await read('a.md', `# Long\n\n${line}`);
    expect(document.text.length).toBeGreaterThan(1_000_000);
  });

  it('reads a list and a quotation of thousands of blocks', async () => {
    const document = await read('a.md', `${'> - a\n'.repeat(4_000)}\n\n${'- b\n'.repeat(4_000)}`);
    expect(document.blocks).toHaveLength(8_000);
  });
});

describe('the canonical text of plain text', () => {
  it('joins lines that were wrapped by hand', async () => {
    const document = await read('a.txt', 'One\ntwo.\n  \nThree\n  four.\n\n- a\n- b\n  c\n1. d\n');
    expect(blocksOf(document)).toEqual([
      ['paragraph', 'One two.'],
      ['paragraph', 'Three four.'],
      ['listItem', '- a'],
      ['listItem', '- b c'],
      ['listItem', '1. d'],
    ]);
  });

  it('takes every line for a paragraph where lines are long', async () => {
    const long = 'A line that nobody wrapped. '.repeat(10).trim();
    const document = await read('a.txt', `Headline\nBy-line\n${long}\n${long}`);
    expect(blocksOf(document).map(([, text]) => text)).toEqual(['Headline', 'By-line', long, long]);
  });

  it('leaves markup, front matter and HTML alone', async () => {
    const document = await read('a.txt', '---\n\n# *a* <b>\n\n[c](d) &amp;');
    expect(document.text).toBe('---\n\n# *a* <b>\n\n[c](d) &amp;');
  });
});

describe('the canonical text of anything', () => {
  it.each(['a.md', 'a.txt'])('is tiled by its blocks, whatever stands in %s', async (name) => {
    await fc.assert(
      fc.asyncProperty(nastyText, async (source) => {
        const document = await read(name, `x\n\n${source.replaceAll('\0', '')}`);
        let end = 0;
        for (const block of document.blocks) {
          expect(document.text.slice(end, block.start).trim()).toBe('');
          const text = document.text.slice(block.start, block.end);
          expect(text.trim()).toBe(text);
          expect(text).not.toBe('');
          end = block.end;
        }
        expect(end).toBe(document.text.length);
        expect(document.text).not.toMatch(/\r|[ \t](?:\n|$)/);
      }),
    );
  });
});
