import { LineCounter, parseDocument } from 'yaml';
import { InvalidDocument } from './invalid-document.js';
import {
  isDate,
  isLanguageTag,
  isWebAddress,
  plainText,
  type StatedFacts,
  statedFacts,
} from './metadata-values.js';

const KNOWN_KEYS = ['title', 'author', 'publisher', 'published', 'url', 'language', 'licence'];
/** YAML aliases that may be expanded, so that a few lines cannot grow into gigabytes. */
const ALIAS_LIMIT = 50;

/**
 * Reads front matter as YAML 1.2 data; nothing in it is ever run. A key that is known here must hold what it is for.
 * @param source the YAML between the two `---` lines
 * @param firstLine line of the file on which `source` begins, from 1
 * @throws InvalidDocument naming the line
 */
export function readFrontMatter(source: string, firstLine: number): StatedFacts {
  const { values, lineOf } = readMapping(source, firstLine);
  const check = (key: string, holds: (value: string) => boolean, wanted: string) => {
    const value = plainText(values.get(key));
    if (value === null || holds(value)) return;
    throw new InvalidDocument(
      `In the front matter, "${key}" is "${value}"; wanted is ${wanted}.`,
      `Correct "${key}" or take it out.`,
      lineOf(key),
    );
  };
  for (const key of KNOWN_KEYS) {
    const value = values.get(key);
    if (typeof value !== 'object' || value === null || plainText(value) !== null) continue;
    if (Array.isArray(value) && value.length === 0) continue;
    throw new InvalidDocument(
      `In the front matter, "${key}" is neither a text nor a list of texts.`,
      `Write it as one line, for instance "${key}: …".`,
      lineOf(key),
    );
  }
  check('published', isDate, 'a date such as 2025, 2025-06 or 2025-06-20');
  check('url', isWebAddress, 'an address that begins with http:// or https://');
  check('language', isLanguageTag, 'a language tag such as en or ko-KR');
  return statedFacts(values);
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
