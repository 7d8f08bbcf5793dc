import { LineCounter, parseDocument } from 'yaml';
import type { DocumentMetadata } from '../domain/document.js';
import { InvalidDocument } from './invalid-document.js';

const DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;
const KNOWN_KEYS = ['title', 'author', 'publisher', 'published', 'url', 'language', 'licence'];
/** YAML aliases that may be expanded, so that a few lines cannot grow into gigabytes. */
const ALIAS_LIMIT = 50;

/** What the front matter of a document says. */
export interface FrontMatter {
  readonly title: string | null;
  readonly metadata: DocumentMetadata;
}

/**
 * Reads front matter as YAML 1.2 data; nothing in it is ever run. Null, an empty value and a missing key are the same.
 * @param source the YAML between the two `---` lines
 * @param firstLine line of the file on which `source` begins, from 1
 * @throws InvalidDocument naming the line
 */
export function readFrontMatter(source: string, firstLine: number): FrontMatter {
  const { values, lineOf } = readMapping(source, firstLine);
  const text = (key: string) => asText(key, values.get(key), lineOf(key));
  const checked = (key: string, holds: (value: string) => boolean, wanted: string) => {
    const value = text(key);
    if (value !== null && !holds(value)) {
      throw new InvalidDocument(
        `In the front matter, "${key}" is "${value}"; wanted is ${wanted}.`,
        `Correct "${key}" or take it out.`,
        lineOf(key),
      );
    }
    return value;
  };
  const others = [...values.keys()].filter((key) => !KNOWN_KEYS.includes(key));
  return {
    title: text('title'),
    metadata: {
      author: text('author'),
      publisher: text('publisher'),
      published: checked('published', isDate, 'a date such as 2025, 2025-06 or 2025-06-20'),
      url: checked('url', isWebAddress, 'an address that begins with http:// or https://'),
      language: checked('language', isLanguageTag, 'a language tag such as en or ko-KR'),
      licence: text('licence'),
      other: Object.fromEntries(
        others.flatMap((key) => {
          const value = text(key);
          return value === null ? [] : [[key, value]];
        }),
      ),
    },
  };
}

function readMapping(source: string, firstLine: number) {
  const lines = new LineCounter();
  const parsed = parseDocument(source, { lineCounter: lines, schema: 'core', logLevel: 'silent' });
  const lineAt = (offset: number) => firstLine + Math.max(0, lines.linePos(offset).line - 1);
  const fault = parsed.errors[0] ?? parsed.warnings[0];
  if (fault) {
    throw new InvalidDocument(
      `The front matter is not valid YAML: ${fault.message.split('\n')[0]?.replace(/ at line \d+.*$/, '')}.`,
      'Correct that line; put a value with ": " or "#" in it between quotation marks.',
      lineAt(fault.pos[0]),
    );
  }
  let data: unknown;
  try {
    data = parsed.toJS({ maxAliasCount: ALIAS_LIMIT });
  } catch {
    throw new InvalidDocument(
      'The front matter repeats itself through YAML aliases too often.',
      'Write its values out.',
      firstLine,
    );
  }
  if (data !== null && (typeof data !== 'object' || Array.isArray(data))) {
    throw new InvalidDocument(
      'The front matter is not a list of "key: value" lines.',
      'Write one "key: value" a line between the two "---" lines, for instance "title: My document".',
      firstLine,
    );
  }
  const lineOf = (key: string) => {
    const at = source.split('\n').findIndex((line) => line.replace(/^["']/, '').startsWith(key));
    return firstLine + Math.max(0, at);
  };
  return { values: new Map<string, unknown>(Object.entries(data ?? {})), lineOf };
}

function asText(key: string, value: unknown, line: number): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const plain = (item: unknown) => typeof item === 'string' || typeof item === 'number';
  if (Array.isArray(value) && value.every(plain)) return value.join(', ') || null;
  if (!KNOWN_KEYS.includes(key)) return JSON.stringify(value);
  throw new InvalidDocument(
    `In the front matter, "${key}" is neither a text nor a list of texts.`,
    `Write it as one line, for instance "${key}: …".`,
    line,
  );
}

function isDate(value: string): boolean {
  if (!DATE.test(value)) return false;
  const day = new Date(value);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

function isWebAddress(value: string): boolean {
  return /^https?:\/\//i.test(value) && URL.canParse(value);
}

function isLanguageTag(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}
