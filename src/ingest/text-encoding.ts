import { isUtf8 } from 'node:buffer';
import { analyse } from 'chardet';
import iconv from 'iconv-lite';

/** What a text is encoded in. */
export interface TextEncoding {
  /** As `openDecoder` takes it. */
  readonly name: string;
  /** Bytes at the beginning that name the encoding and are no text. */
  readonly markBytes: number;
  /** Whether it follows from the bytes beyond doubt, or was guessed by what the text would read like. */
  readonly guessed: boolean;
}

const MARKS: readonly (readonly [name: string, mark: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-32le', [0xff, 0xfe, 0, 0]],
  ['utf-32be', [0, 0, 0xfe, 0xff]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];
/** Looked at to tell an encoding; more would not tell more. */
const SAMPLE_BYTES = 256 * 1024;
/** A Latin letter, digit, blank or mark is a byte and a NUL in UTF-16, and few others hold one: so many of the NULs must stand on one side. */
const ONE_SIDED = 0.7;
/** What would be UTF-8 but for its NULs is text in UTF-16 only where NULs are so many of its bytes. */
const LEAST_NULS = 0.25;
/** Below this the guess of a legacy encoding is no better than chance. */
const LEAST_CONFIDENCE = 20;
/** What is left of a text in UTF-8 when so many of its sequences are whole is damaged UTF-8 rather than anything else. */
const MOSTLY_UTF8 = 0.8;
/** Characters that no text to be read holds; a wrong encoding gives them soon. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNREADABLE = /[\0-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ufffd\ufffe\uffff]/;

/**
 * Tells what a text is encoded in: by its byte order mark, as UTF-8 where all of it is, as UTF-16 without a mark where NULs stand on one
 * side, by what the file says of itself, and last by what letters would be frequent. Undefined where nothing fits, as in a file that is not text.
 * @param declared what the file says it is encoded in
 */
export function detectEncoding(bytes: Buffer, declared?: string): TextEncoding | undefined {
  for (const [name, mark] of MARKS)
    if (mark.every((byte, at) => bytes[at] === byte))
      return { name, markBytes: mark.length, guessed: false };
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const plain = { markBytes: 0, guessed: false };
  if (sample.includes(0)) {
    const name = sideOfNuls(sample);
    return name === undefined ? undefined : { name, markBytes: 0, guessed: true };
  }
  const isJapaneseMail = sample.includes('\u001b$');
  if (isWholeUtf8(sample, bytes.length) && !isJapaneseMail) return { name: 'utf-8', ...plain };
  if (declared !== undefined && reads(sample, declared)) return { name: declared, ...plain };
  if (isMostlyUtf8(sample)) return undefined;
  const guess = analyse(sample)
    .filter(({ confidence }) => confidence >= LEAST_CONFIDENCE)
    .map(({ name }) => asWeb(name))
    .find((name) => reads(sample, name));
  return guess === undefined ? undefined : { name: guess, markBytes: 0, guessed: true };
}

/** A decoder for a text that comes in pieces. UTF-8 and UTF-16 throw where they are damaged; others give U+FFFD. */
export function openDecoder(name: string): { write(bytes: Buffer): string; end(): string } {
  if (/^utf-(?:8|16)/.test(name)) {
    const decoder = new TextDecoder(name, { fatal: true, ignoreBOM: true });
    return {
      write: (bytes) => decoder.decode(bytes, { stream: true }),
      end: () => decoder.decode(),
    };
  }
  if (iconv.encodingExists(name)) {
    const decoder = iconv.getDecoder(name);
    return { write: (bytes) => decoder.write(bytes), end: () => decoder.end() ?? '' };
  }
  const decoder = new TextDecoder(name);
  return { write: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() };
}

function sideOfNuls(sample: Buffer): string | undefined {
  let even = 0;
  let odd = 0;
  for (let at = sample.indexOf(0); at >= 0; at = sample.indexOf(0, at + 1)) {
    if (at % 2 === 0) even++;
    else odd++;
  }
  if (isUtf8(sample) && odd + even < sample.length * LEAST_NULS) return undefined;
  const name =
    odd / (odd + even) >= ONE_SIDED
      ? 'utf-16le'
      : even / (odd + even) >= ONE_SIDED
        ? 'utf-16be'
        : undefined;
  return name !== undefined && reads(sample, name) ? name : undefined;
}

/** Whether a sample is text in this encoding, but for a character that its end may cut. */
function reads(sample: Buffer, name: string): boolean {
  try {
    const even = /^utf-16/.test(name) ? sample.subarray(0, sample.length & ~1) : sample;
    return !UNREADABLE.test(openDecoder(name).write(even));
  } catch {
    return false;
  }
}

function isWholeUtf8(sample: Buffer, length: number): boolean {
  if (sample.length === length) return isUtf8(sample);
  for (let cut = 0; cut < 4; cut++)
    if (isUtf8(sample.subarray(0, sample.length - cut))) return true;
  return false;
}

/** Whether nearly all that is not ASCII is in whole sequences of UTF-8: then the rest is damage. */
function isMostlyUtf8(sample: Buffer): boolean {
  const text = new TextDecoder('utf-8').decode(sample);
  const damaged = text.match(/\ufffd/g)?.length ?? 0;
  const beyondAscii = text.match(/[^\0-\x7f]/gu)?.length ?? 0;
  return beyondAscii > 0 && (beyondAscii - damaged) / beyondAscii >= MOSTLY_UTF8;
}

/** As the web reads them: what calls itself Latin-1 or a Chinese or Korean standard is written in the larger set that holds it. */
function asWeb(name: string): string {
  const larger: Readonly<Record<string, string>> = {
    'ISO-8859-1': 'windows-1252',
    'ISO-8859-9': 'windows-1254',
    ASCII: 'windows-1252',
    GB18030: 'gb18030',
    Shift_JIS: 'shift_jis',
    'EUC-KR': 'cp949',
  };
  return larger[name] ?? name;
}
