import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { loadFile } from '../../src/ingest/load-file.js';
import { LINE_LIMIT } from '../../src/ingest/read-records.js';
import { corpusFolder } from './corpus-folder.js';
import { loadAll } from './load-one.js';

const lines = (...records: readonly unknown[]) =>
  records
    .map((record) => (typeof record === 'string' ? record : JSON.stringify(record)))
    .join('\n');

describe('JSON Lines', () => {
  it('hold a document a line, with its title and metadata', async () => {
    const { documents, problems } = await loadAll(
      'data/news.jsonl',
      lines(
        {
          title: 'Tides',
          text: 'High water.\r\n\r\nLow water.',
          metadata: {
            author: ['Ann', 'Bob'],
            published: '2024-05-06T07:00:00Z',
            tags: ['sea'],
            desk: 'coast',
          },
        },
        '',
        { id: 17, title: 'Sand', text: 'Much sand.', metadata: null, url: 'https://a.example/s' },
        { text: 'Nameless.' },
      ),
    );
    expect(problems).toEqual([]);
    expect(documents.map(({ id, title, text, path }) => [id, title, text, path])).toEqual([
      ['data/news.jsonl/Tides', 'Tides', 'High water.\n\nLow water.', 'data/news.jsonl'],
      ['data/news.jsonl/17', 'Sand', 'Much sand.', 'data/news.jsonl'],
      ['data/news.jsonl/4', 'news, line 4', 'Nameless.', 'data/news.jsonl'],
    ]);
    expect(documents[0]?.metadata).toMatchObject({
      author: 'Ann, Bob',
      published: '2024-05-06',
      tags: ['sea'],
      other: { desk: 'coast' },
    });
    expect(documents[1]?.metadata.url).toBe('https://a.example/s');
  });

  it('keep the ids of their documents when one is put before them', async () => {
    const two = [
      { title: 'A/b c', text: 'One.' },
      { id: '..', text: 'Two.' },
    ];
    const ids = async (records: readonly unknown[]) =>
      (await loadAll('r.ndjson', lines(...records))).documents.map(({ id }) => id);
    expect(await ids(two)).toEqual(['r.ndjson/A-b-c', 'r.ndjson/-']);
    expect(await ids([{ title: 'New', text: 'Zero.' }, ...two])).toEqual([
      'r.ndjson/New',
      'r.ndjson/A-b-c',
      'r.ndjson/-',
    ]);
    expect(await ids([...two, { title: 'A/b c', text: 'Three.' }])).toContain('r.ndjson/A-b-c-2');
  });

  it('name the lines that are none and read the others', async () => {
    const { documents, problems } = await loadAll(
      'r.jsonl',
      lines(
        '{"text": "cut',
        [1],
        { title: 'no text' },
        { text: 5 },
        { text: 'x', metadata: 3 },
        { text: ' ' },
        { text: 'half \ud83d' },
        { text: 'Good.' },
      ),
    );
    expect(documents.map(({ text }) => text)).toEqual(['Good.']);
    expect(problems.map(({ file, line }) => [file, line])).toEqual(
      [1, 2, 3, 4, 5, 6, 7].map((line) => ['r.jsonl', line]),
    );
    expect(problems.map(({ message }) => message).join()).toMatch(
      /not valid JSON.*not a JSON object.*no "text".*"metadata".*no text.*lone surrogate/,
    );
  });

  it('are read in any encoding, piece by piece', async () => {
    const text = '항구와 조수 물레방아. ';
    const record = lines({ title: '항구', text: text.repeat(30_000).trim() }, { text: '끝.' });
    for (const bytes of [Buffer.from(record), iconv.encode(record, 'utf-16le', { addBOM: true })]) {
      const { documents, problems } = await loadAll('r.jsonl', bytes);
      expect(problems).toEqual([]);
      expect(documents.map(({ text }) => text.length)).toEqual([text.length * 30_000 - 1, 2]);
    }
  });

  it('skip a line that would fill the memory, and say so', async () => {
    const { documents, problems } = await loadAll(
      'r.jsonl',
      lines({ text: 'First.' }, 'x'.repeat(LINE_LIMIT + 1), { text: 'Last.' }),
    );
    expect(documents.map(({ text }) => text)).toEqual(['First.', 'Last.']);
    expect(problems).toMatchObject([
      { line: 2, message: expect.stringContaining(String(LINE_LIMIT)) },
    ]);
  });

  it('name a file that is no text, and one that is not there', async () => {
    const { problems } = await loadAll('r.jsonl', Buffer.from([0, 1, 2, 0xff, 0xfe]));
    expect(problems).toMatchObject([
      { file: 'r.jsonl', message: expect.stringContaining('not text') },
    ]);
    const damaged = Buffer.concat([
      Buffer.from('{"text": "é"}\n'.repeat(30_000)),
      Buffer.from([0xff]),
    ]);
    const late = await loadAll('r.jsonl', damaged);
    expect(late.documents.length).toBeGreaterThan(10_000);
    expect(late.problems.at(-1)?.message).toContain('not text');
    const missing: unknown[] = [];
    for await (const loaded of loadFile(await corpusFolder({}), 'r.jsonl')) missing.push(loaded);
    expect(missing).toMatchObject([{ problem: { message: expect.stringContaining('ENOENT') } }]);
  });
});
