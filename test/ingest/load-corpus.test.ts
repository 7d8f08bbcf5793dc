import { createHash } from 'node:crypto';
import { mkdir, symlink, truncate } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { FootnoteError } from '../../src/errors.js';
import { formatFor } from '../../src/ingest/formats.js';
import { loadCorpus } from '../../src/ingest/load-corpus.js';
import { corpusFolder } from './corpus-folder.js';

type Files = Readonly<Record<string, string | Uint8Array>>;

async function load(files: Files) {
  return loadCorpus({ corpusDir: await corpusFolder(files), onProblem: 'skip' });
}

/** The problems of these files beside one good document. */
async function problemsOf(files: Files) {
  return (await load({ 'good.md': 'Good text.', ...files })).problems;
}

async function refusal(work: Promise<unknown>): Promise<FootnoteError> {
  const error = await work.catch((cause: unknown) => cause);
  if (!(error instanceof FootnoteError)) throw new Error(`Refused nothing, gave ${String(error)}`);
  return error;
}

describe('loadCorpus', () => {
  it('reads documents of all folders in code unit order of their ids', async () => {
    const { documents, problems } = await load({
      'b.md': 'Second.',
      'a/z.txt': 'First.',
      'Z.md': 'Capitals come first.',
      'é.md': 'Last.',
    });
    expect(documents.map(({ id, path }) => [id, path])).toEqual([
      ['Z', 'Z.md'],
      ['a/z', 'a/z.txt'],
      ['b', 'b.md'],
      ['é', 'é.md'],
    ]);
    expect(problems).toEqual([]);
  });

  it('hashes the canonical text', async () => {
    const { documents } = await load({ 'a.md': '# A\n\nÜber *uns*.' });
    const hash = createHash('sha256').update('A\n\nÜber uns.').digest('hex');
    expect(documents[0]?.hash).toBe(`sha256-${hash}`);
  });

  it('makes ids that are safe in an address', async () => {
    const { documents } = await load({
      'a b/c#d?.md': 'One.',
      '한국 (1).md': 'Two.',
      '!.md': 'Three.',
    });
    expect(documents.map(({ id }) => id)).toEqual(['-', 'a-b/c-d', '한국-1']);
  });

  it('takes the title from the front matter, else the first level-1 heading, else the file name', async () => {
    const { documents } = await load({
      '1.md': '---\ntitle: Stated\n---\n# Heading\n\nOne.',
      '2.md': '## Not this\n\n# The *heading*\n\nTwo.',
      'three.md': 'Three.',
    });
    expect(documents.map(({ title }) => title)).toEqual(['Stated', 'The heading', 'three']);
  });

  it('leaves out hidden entries and the README of the corpus, but no other README', async () => {
    const { documents, problems } = await load({
      'README.md': 'About.',
      '.hidden.md': 'Hidden.',
      '.git/config.md': 'Hidden.',
      'below/README.md': 'A document.',
    });
    expect(documents.map(({ path }) => path)).toEqual(['below/README.md']);
    expect(problems).toEqual([]);
  });

  it('reads UTF-8 with a byte order mark and UTF-16 with one', async () => {
    const utf16 = Buffer.from('\ufeffTwo 한국.', 'utf16le');
    const { documents } = await load({
      'a.md': '\ufeff---\ntitle: A\n---\nOne.',
      'b.txt': utf16,
      'c.txt': Buffer.from('\ufeffThree 日本.', 'utf16le').swap16(),
    });
    expect(documents.map(({ text }) => text)).toEqual(['One.', 'Two 한국.', 'Three 日本.']);
    expect(documents[0]?.title).toBe('A');
  });

  it('keeps the text as written but for line ends', async () => {
    const { documents } = await load({ 'a.md': 'Cafe\u0301\u00a0“x”.\r\n\r\nNext\rline.' });
    expect(documents[0]?.text).toBe('Cafe\u0301\u00a0“x”.\n\nNext line.');
  });

  it.each<[string, Files, { line?: number; message: RegExp; remedy?: RegExp }]>([
    ['an unknown extension', { 'x.png': 'x' }, { message: /\.png/, remedy: /\.md.*\.txt.*\.pdf/ }],
    ['no extension', { x: 'x' }, { message: /without an extension/, remedy: /\.md/ }],
    ['an empty file', { 'x.md': '' }, { message: /no text/ }],
    ['a file of blanks', { 'x.txt': ' \n\u00a0\n' }, { message: /no text/ }],
    ['front matter alone', { 'x.md': '---\ntitle: T\n---\n' }, { message: /no text/ }],
    ['an image alone', { 'x.md': '![described](a.png)' }, { message: /no text/ }],
    [
      'UTF-8 with a damaged byte',
      { 'x.md': Buffer.concat([Buffer.from('One\nTwo 한국어 문장 '), Buffer.from([0xe9, 0x0a])]) },
      { line: 2, message: /neither UTF-8/, remedy: /UTF-8/ },
    ],
    [
      'bytes that are no text',
      { 'x.md': Buffer.from([1, 2, 3, 0xfe, 0xfd, 7, 8, 0xc3]) },
      { message: /neither UTF-8/ },
    ],
    ['a NUL character', { 'x.md': 'One\nTwo\nTh\0ree' }, { line: 3, message: /NUL/ }],
    [
      'damaged UTF-16',
      { 'x.txt': Buffer.from([0xff, 0xfe, 0x41, 0x00, 0x00, 0xd8, 0x41, 0x00]) },
      { message: /UTF-16/ },
    ],
    [
      'the text of another file',
      { 'x.txt': 'Good\ntext.' },
      { message: /same as that of good\.md/ },
    ],
    ['the id of another file', { 'good.txt': 'Else.' }, { message: /id "good".*good\.md/ }],
    [
      'front matter without an end',
      { 'x.md': '---\ntitle: T\n\nText.' },
      { line: 1, message: /never ends/, remedy: /---/ },
    ],
    [
      'front matter that is not YAML',
      { 'x.md': '---\ntitle: T\nauthor: "A\n---\nText.' },
      { line: 3, message: /not valid YAML/ },
    ],
    [
      'a key said twice',
      { 'x.md': '---\ntitle: A\ntitle: B\n---\nText.' },
      { line: 3, message: /not valid YAML.*unique/ },
    ],
    [
      'a list as front matter',
      { 'x.md': '---\n- a\n- b\n---\nText.' },
      { line: 2, message: /key: value/ },
    ],
    [
      'code in front matter',
      { 'x.md': '---\ntitle: !!js/function "function(){ throw 1 }"\n---\nText.' },
      { line: 2, message: /not valid YAML/ },
    ],
    [
      'a mapping as a title',
      { 'x.md': '---\nlanguage: en\ntitle:\n  a: b\n---\nText.' },
      { line: 3, message: /"title" is neither/ },
    ],
    [
      'a date that is none',
      { 'x.md': '---\npublished: 2025-02-30\n---\nText.' },
      { line: 2, message: /"published" is "2025-02-30"/, remedy: /Correct/ },
    ],
    [
      'a wordy date',
      { 'x.md': '---\npublished: June 2025\n---\nText.' },
      { line: 2, message: /June 2025/ },
    ],
    [
      'an address that is none',
      { 'x.md': '---\nurl: javascript:alert(1)\n---\nText.' },
      { line: 2, message: /http/ },
    ],
    [
      'a language that is none',
      { 'x.md': '---\nlanguage: English!\n---\nText.' },
      { message: /tag/ },
    ],
    [
      'aliases that would grow without bound',
      {
        'x.md': `---\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [${'*a,'.repeat(9)}x]\nc: &c [${'*b,'.repeat(9)}x]\nd: [${'*c,'.repeat(9)}x]\n---\nText.`,
      },
      { line: 2, message: /aliases/ },
    ],
    [
      'quotations 101 deep',
      { 'x.md': `One.\n\n${'> '.repeat(101)}deep` },
      { line: 3, message: /101 deep/ },
    ],
    [
      'lists 101 deep',
      { 'x.md': Array.from({ length: 101 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n') },
      { line: 101, message: /101 deep/ },
    ],
  ])('names the file, the line and the remedy: %s', async (_, files, expected) => {
    const [problem, ...others] = await problemsOf(files);
    expect(others).toEqual([]);
    expect(problem?.file).toBe(Object.keys(files)[0]);
    expect(problem?.message).toMatch(expected.message);
    expect(problem?.remedy).toMatch(expected.remedy ?? /\S/);
    if (expected.line !== undefined) expect(problem?.line).toBe(expected.line);
  });

  it('names files of a kind that is not read once for each kind', async () => {
    const problems = await problemsOf({ 'a.png': 'x', 'b/c.PNG': 'x', 'd.svg': 'x', 'e.png': 'x' });
    expect(problems.map(({ file, message }) => [file, message])).toEqual([
      ['a.png', expect.stringMatching(/\.png .*2 more/)],
      ['d.svg', expect.not.stringContaining('more')],
    ]);
  });

  it('understands what others write in front matter', async () => {
    const { documents } = await load({
      'a.md':
        '---\ndate: 2014-08-09 12:00:00 +0900\nlang: ja\ncategories: tides, sand\nauthors: [Ann]\nlayout: post\n---\nText.',
      'b.md': '---\ndate: some day\nlang: none!\n---\nOther text.',
      'c.md': '---\ndate: June 20, 2025\n---\nThird text.',
      'd.md': '---\ndate: 2025-13-45 10:00\n---\nFourth text.',
    });
    expect(documents.map(({ metadata }) => metadata)).toMatchObject([
      {
        author: 'Ann',
        published: '2014-08-09',
        language: 'ja',
        tags: ['tides', 'sand'],
        other: { layout: 'post' },
      },
      { published: null, language: null, other: { date: 'some day', lang: 'none!' } },
      { published: '2025-06-20', other: {} },
      { published: null, other: { date: '2025-13-45 10:00' } },
    ]);
  });

  it('refuses a file over the limit without reading it', async () => {
    const corpusDir = await corpusFolder({ 'good.md': 'Good.', 'large.txt': 'x' });
    await truncate(join(corpusDir, 'large.txt'), (formatFor('.txt')?.sizeLimitBytes ?? 0) + 1);
    const { problems } = await loadCorpus({ corpusDir, onProblem: 'skip' });
    expect(problems).toMatchObject([
      { file: 'large.txt', message: expect.stringContaining('50 MiB') },
    ]);
  });

  it('follows links, and names those that lead nowhere, to themselves or back', async () => {
    const corpusDir = await corpusFolder({ 'good.md': 'Good.' });
    const elsewhere = await corpusFolder({ 'linked.md': 'Linked.' });
    await mkdir(join(corpusDir, 'folder'));
    await symlink(elsewhere, join(corpusDir, 'other'));
    await symlink('..', join(corpusDir, 'folder', 'back'));
    await symlink('missing.md', join(corpusDir, 'nowhere.md'));
    await symlink('self.md', join(corpusDir, 'self.md'));
    const { documents, problems } = await loadCorpus({ corpusDir, onProblem: 'skip' });
    expect(documents.map(({ id }) => id)).toEqual(['good', 'other/linked']);
    expect(problems.map(({ file, message }) => [file, message])).toEqual([
      ['folder/back', expect.stringContaining('leads back')],
      ['nowhere.md', expect.stringContaining('leads nowhere')],
      ['self.md', expect.stringContaining('leads to itself')],
    ]);
  });

  it('never opens what is neither a file nor a folder', async () => {
    const corpusDir = await corpusFolder({ 'good.md': 'Good.' });
    const server = createServer();
    await new Promise<void>((listening) => server.listen(join(corpusDir, 'socket.md'), listening));
    onTestFinished(() => new Promise<void>((closed) => server.close(() => closed())));
    const { problems } = await loadCorpus({ corpusDir, onProblem: 'skip' });
    expect(problems).toMatchObject([{ file: 'socket.md', line: null }]);
  });

  it('stops with every problem in its message where it is to stop', async () => {
    const corpusDir = await corpusFolder({
      'good.md': 'Good.',
      'a.md': '---\ntitle: T\npublished: soon\n---\nText.',
      'b.png': 'x',
    });
    const error = await refusal(loadCorpus({ corpusDir, onProblem: 'stop' }));
    expect(error.code).toBe('document_invalid');
    expect(error.message).toContain('2 files');
    expect(error.message).toMatch(/^a\.md:3: .*soon.* Correct/m);
    expect(error.message).toMatch(/^b\.png: .*\.png.* Turn them into/m);
    expect(error.details).toMatchObject({ count: 2, file: 'a.md', line: 3 });
  });

  it('refuses a folder that is missing, a file in its place, and a folder without a document', async () => {
    const folder = await corpusFolder({ 'README.md': 'About.', 'bad.pdf': 'x' });
    for (const [corpusDir, said] of [
      [join(folder, 'missing'), /does not exist.*CORPUS_DIR/],
      [join(folder, 'bad.pdf'), /is not a folder/],
      [folder, /no document that can be read.*\nbad\.pdf: .*no PDF/],
    ] as const) {
      const error = await refusal(loadCorpus({ corpusDir, onProblem: 'skip' }));
      expect(error.code).toBe('corpus_invalid');
      expect(error.message).toMatch(said);
    }
  });

  it('holds all that front matter says', async () => {
    const { documents } = await load({
      'a.md':
        '---\ntitle: T\nauthor: [Ann, Bob]\npublisher: ""\npublished: 2025\nurl: https://a.example/b\nlanguage: ko-KR\nlicence: null\ntags: [x, 1]\ndraft: true\nnested: { a: 1 }\n__proto__: odd\n---\nText.',
    });
    expect(documents[0]?.metadata).toEqual({
      author: 'Ann, Bob',
      publisher: null,
      published: '2025',
      url: 'https://a.example/b',
      language: 'ko-KR',
      licence: null,
      tags: ['x', '1'],
      other: Object.fromEntries([
        ['draft', 'true'],
        ['nested', '{"a":1}'],
        ['__proto__', 'odd'],
      ]),
    });
  });
});
