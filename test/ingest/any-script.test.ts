import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SourceDocument } from '../../src/domain/document.js';
import { splitDocument } from '../../src/ingest/split-document.js';
import { loadOne } from './load-one.js';

/** Runs of one script each, with its own marks, so that every rule for sentences meets every script. */
const SCRIPTS: Readonly<Record<string, readonly string[]>> = {
  korean: ['항구는', ' ', '열렸다.', '조수', '물레방아가 돈다! ', '“그렇다.” 그가 말했다. '],
  japanese: ['港は開かれた。', '「はい。」', 'と言った。', 'パン屋', '、', 'です！', 'か\u3099'],
  chinese: ['港口于', '一八八四年', '开放。', '，', '“是的。”', '𠮷野家'],
  arabic: ['الميناء ', 'مفتوح. ', 'هل هو؟ ', 'نَعَمْ', '، '],
  hebrew: ['הנמל ', 'נפתח. ', 'שָׁלוֹם ', '״כן״ '],
  thai: ['ท่าเรือ', 'เปิด', 'น้ำขึ้น', ' ', 'ก็ดี'],
  hindi: ['बंदरगाह ', 'खुला। ', 'क्षत्रिय ', 'हिन्दी '],
  emoji: ['👩‍🔬', '👍🏽', '🇰🇷', '❤️', ' ok. ', '🏳️‍🌈'],
  marks: ['e\u0301\u0302', 'a\u20dd', 'Z\u0335\u0321', ' x. ', 'ﷺ'],
};
const piece = fc.constantFrom(...Object.values(SCRIPTS).flat(), '\n\n', ' ');
const text = fc
  .array(piece, { minLength: 1, maxLength: 400 })
  .map((parts) => parts.join('').trim());
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

function boundariesOf(source: string): Set<number> {
  const found = new Set([source.length]);
  for (const { index } of graphemes.segment(source)) found.add(index);
  return found;
}

async function expectSound(document: SourceDocument): Promise<void> {
  const boundaries = boundariesOf(document.text);
  const covered = new Uint8Array(document.text.length);
  let before = 0;
  for (const { start, end, sentences } of await splitDocument(document)) {
    expect(start).toBeGreaterThanOrEqual(before);
    before = end;
    for (const span of [{ start, end }, ...sentences]) {
      expect(boundaries.has(span.start) && boundaries.has(span.end)).toBe(true);
      expect(document.text.slice(span.start, span.end)).toBe(
        document.text.slice(span.start, span.end).trim(),
      );
      expect(span.start >= start && span.end <= end).toBe(true);
    }
    for (const sentence of sentences) covered.fill(1, sentence.start, sentence.end);
  }
  for (const match of document.text.matchAll(/\S/g)) expect(covered[match.index]).toBe(1);
}

describe('text in any script', () => {
  it('splits into passages and sentences that hold every character and cut none, no grapheme and no pair', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (source) => {
        fc.pre(source !== '');
        await expectSound(await loadOne('a.txt', source));
      }),
      { numRuns: 40 },
    );
  });

  it('splits even where no blank and no mark tells where', async () => {
    for (const parts of Object.values(SCRIPTS)) {
      const source = parts
        .join('')
        .replace(/[\s.。！!?؟।]/gu, '')
        .repeat(200);
      const document = await loadOne('a.txt', source);
      expect(document.text).toBe(source);
      await expectSound(document);
    }
  });

  it('ends a sentence where the script does', async () => {
    const source =
      '港は開かれた。潮は高い！\n\n항구가 열렸다. 조수는 높다.\n\nالميناء مفتوح. هل هو مفتوح؟ نعم.\n\nबंदरगाह खुला। ज्वार ऊँचा है।';
    const [passage] = await splitDocument(await loadOne('a.txt', source));
    expect(passage?.sentences.map(({ start, end }) => source.slice(start, end))).toEqual([
      '港は開かれた。',
      '潮は高い！',
      '항구가 열렸다.',
      '조수는 높다.',
      'الميناء مفتوح.',
      'هل هو مفتوح؟',
      'نعم.',
      'बंदरगाह खुला।',
      'ज्वार ऊँचा है।',
    ]);
  });
});
