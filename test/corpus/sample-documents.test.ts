import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SourceDocument } from '../../src/domain/document.js';
import { loadCorpus } from '../../src/ingest/load-corpus.js';
import { type Furniture, SAMPLE_SOURCES } from './sample-sources.js';

const ARTICLES = 'test/fixtures/articles';

/** Differences of line ends and spaces do not count. */
function evenly(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The source without its furniture, each piece of which must stand where it is said to stand. */
function withoutFurniture(source: string, furniture: readonly Furniture[]): string {
  let rest = evenly(source);
  let kept = '';
  for (const item of furniture) {
    const { after, piece } = typeof item === 'string' ? { after: '', piece: item } : item;
    const place = after === '' ? piece : `${after} ${piece}`;
    const at = rest.indexOf(place);
    if (at < 0) throw new Error(`The source does not have, at its place: ${place}`);
    const end = at + place.length;
    kept += rest.slice(0, end - piece.length);
    rest = rest.slice(end);
  }
  return evenly(kept + rest);
}

describe('the sample documents', () => {
  let documents: ReadonlyMap<string, SourceDocument>;

  beforeAll(async () => {
    const corpus = await loadCorpus({ corpusDir: 'corpus', onProblem: 'stop' });
    documents = new Map(corpus.documents.map((document) => [document.id, document]));
  });

  it('are the five articles and nothing else', async () => {
    expect([...documents.keys()]).toEqual(SAMPLE_SOURCES.map(({ id }) => id).sort());
    expect((await readdir(ARTICLES)).sort()).toEqual(SAMPLE_SOURCES.map(({ file }) => file).sort());
  });

  describe.each(SAMPLE_SOURCES)('$id', ({ id, file, sha256, furniture, title }) => {
    it('is compared with its source as it was received', async () => {
      const bytes = await readFile(join(ARTICLES, file));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    });

    it('holds every sentence of its source in order and unaltered, and nothing else', async () => {
      const source = await readFile(join(ARTICLES, file), 'utf8');
      const text = documents.get(id)?.text ?? '';
      expect(evenly(text)).toBe(withoutFurniture(source, furniture));
    });

    it('has a title that its source has', async () => {
      const source = await readFile(join(ARTICLES, file), 'utf8');
      expect(documents.get(id)?.title).toBe(title);
      expect(evenly(source)).toContain(title);
    });
  });

  function textsOf(id: string, kind: string): string[] {
    const document = documents.get(id);
    return (document?.blocks ?? [])
      .filter((block) => block.kind === kind)
      .map(({ start, end }) => document?.text.slice(start, end) ?? '');
  }

  it('mark headlines and section titles as headings', () => {
    expect(textsOf('korea-japan-industrial-partnership-in-numbers', 'heading')).toHaveLength(8);
    expect(textsOf('korea-japan-joint-market', 'heading')).toHaveLength(6);
    expect(textsOf('japan-south-korea-strategic-cooperation', 'heading')).toEqual([
      'New stage in strategic cooperation between Japan and South Korea',
      'From historical enemies to strategic allies',
      'From conflict to dialogue: the evolution of ties between South Korea and Japan',
      'Trade partners despite political tensions',
      'The long-awaited G7 meeting',
    ]);
    expect(textsOf('rok-japan-normalization-achievements-and-challenges', 'heading')).toHaveLength(
      5,
    );
  });

  it('mark the words below pictures as captions', () => {
    const captions = textsOf('japan-south-korea-strategic-cooperation', 'caption');
    expect(captions).toHaveLength(5);
    for (const caption of captions) expect(caption).toMatch(/ - (REUTERS|PHOTO)\/ /);
  });

  it('keep the numbered list of contents as list items', () => {
    expect(textsOf('japan-south-korea-strategic-cooperation', 'listItem')).toEqual([
      '1. From historical enemies to strategic allies',
      '2. From conflict to dialogue: the evolution of ties between South Korea and Japan',
      '3. Trade partners despite political tensions',
      '4. The long-awaited G7 meeting',
    ]);
  });

  it('keep bullets that run inside a sentence, and letters outside ASCII', () => {
    const numbers = documents.get('korea-japan-industrial-partnership-in-numbers')?.text;
    expect(numbers).toContain('proposed: ▲ forming a MaaS (Mobility as a Service) technology');
    const challenges = documents.get('rok-japan-normalization-achievements-and-challenges')?.text;
    expect(challenges).toContain('(Chōsen-seki)');
  });

  it('say of themselves what their sources support, and that their publishers hold the rights', () => {
    for (const { id, author, publisher, published } of SAMPLE_SOURCES) {
      const metadata = documents.get(id)?.metadata;
      expect(metadata).toMatchObject({ author, publisher, published, url: null, language: 'en' });
      expect(metadata?.licence).toMatch(/^Copyright .*included as a sample document\.$/);
    }
  });
});
