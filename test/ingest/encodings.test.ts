import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { loadAll, loadOne } from './load-one.js';

const FRENCH = 'Le musée d’Orsay a été créé à Paris; où l’été est long, Noël est là, ça et là. ';
const GERMAN =
  'Die Größe der Straße übertrifft alles, was man hören möchte, während es später wird. ';
const RUSSIAN =
  'Порт был построен в тысяча восемьсот восемьдесят четвёртом году и дважды расширен. ';
const GREEK = 'Το λιμάνι χτίστηκε πριν από πολλά χρόνια και επεκτάθηκε δύο φορές από τότε. ';
const JAPANESE =
  'この港は一八八四年に開かれ、その後二度拡張されました。潮の水車は今も動いています。';
const KOREAN =
  '이 항구는 천팔백팔십사년에 열렸고 그 뒤로 두 번 넓어졌다. 조수 물레방아는 지금도 돈다. ';
const CHINESE = '这个港口于一八八四年开放，后来扩建了两次。潮汐磨坊至今仍在运转。';

describe('encodings', () => {
  it.each([
    ['windows-1252', FRENCH],
    ['windows-1252', GERMAN],
    ['windows-1251', RUSSIAN],
    ['koi8-r', RUSSIAN],
    ['iso-8859-7', GREEK],
    ['shift_jis', JAPANESE],
    ['euc-jp', JAPANESE],
    ['euc-kr', KOREAN],
    ['gb18030', CHINESE],
    ['big5', '這個港口於一八八四年開放，後來擴建了兩次。潮汐磨坊至今仍在運轉。'],
  ])('are told from the text: %s', async (encoding, sentence) => {
    const text = sentence.repeat(4).trim();
    const document = await loadOne('a.txt', iconv.encode(text, encoding));
    expect(document.text).toBe(text);
    expect(document.metadata.other['encoding']).toMatch(/\S/);
  });

  it.each([
    ['utf-16le without a mark', iconv.encode(FRENCH, 'utf-16le'), FRENCH],
    [
      'utf-16be without a mark',
      iconv.encode(`${KOREAN}\n${JAPANESE}`, 'utf-16be'),
      `${KOREAN.trim()} ${JAPANESE}`,
    ],
    ['utf-32le with a mark', iconv.encode(GERMAN, 'utf-32le', { addBOM: true }), GERMAN],
    ['utf-8 with a mark', Buffer.from(`\ufeff${RUSSIAN}`), RUSSIAN],
  ])('are told from the bytes: %s', async (_, bytes, text) => {
    expect((await loadOne('a.txt', bytes)).text).toBe(text.trim());
  });

  it('are taken at their word in HTML', async () => {
    const page = (charset: string) =>
      `<html><head><meta charset="${charset}"><title>Å</title></head><body><p>Åre, Ængel, Ørred.</p></body></html>`;
    const declared = await loadOne('a.html', iconv.encode(page('iso-8859-1'), 'iso-8859-1'));
    expect(declared.text).toBe('Åre, Ængel, Ørred.');
    expect(declared.metadata.other['encoding']).toBeUndefined();
    // What is UTF-8 from end to end is UTF-8, whatever it calls itself.
    expect((await loadOne('a.html', page('iso-8859-1'))).text).toBe('Åre, Ængel, Ørred.');
  });

  it('never put a replacement character into a text that had none', async () => {
    const cut = Buffer.from(KOREAN).subarray(0, 40);
    const damagedJapanese = Buffer.concat([
      iconv.encode(JAPANESE, 'shift_jis'),
      Buffer.from([0x81]),
    ]);
    for (const bytes of [cut, damagedJapanese, Buffer.from([0x80, 0x81, 0xff, 0xfe, 0x99])]) {
      const { documents } = await loadAll('a.txt', bytes);
      expect(documents.filter(({ text }) => text.includes('\ufffd'))).toEqual([]);
    }
  });
});
