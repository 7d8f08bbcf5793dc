import type { DocumentMetadata } from '../domain/document.js';

/** What a document says about itself. */
export interface StatedFacts {
  readonly title: string | null;
  readonly metadata: DocumentMetadata;
}

/** Other names under which people and programs write what is known here by the first. */
const NAMES = {
  title: ['title'],
  author: ['author', 'authors', 'creator', 'by'],
  publisher: ['publisher'],
  published: ['published', 'date', 'publication_date', 'created'],
  url: ['url', 'link', 'permalink'],
  language: ['language', 'lang'],
  licence: ['licence', 'license'],
  tags: ['tags', 'tag', 'keywords', 'categories'],
} as const;

const DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;
const BETWEEN_TAGS = /\s*[,;]\s*/;

/**
 * The facts among values that are there under any of the names for them. A value that cannot be what its name says, such as a
 * date that is none, is kept with all that has no name of its own. Null, an empty value and a missing key are the same.
 */
export function statedFacts(values: Iterable<readonly [string, unknown]>): StatedFacts {
  const rest = new Map(values);
  const take = <Value>(name: keyof typeof NAMES, read: (value: unknown) => Value | null) => {
    for (const key of NAMES[name]) {
      const value = read(rest.get(key));
      if (value === null) continue;
      rest.delete(key);
      return value;
    }
    return null;
  };
  const title = take('title', plainText);
  const author = take('author', plainText);
  const publisher = take('publisher', plainText);
  const published = take('published', (value) => dateOf(plainText(value)));
  const url = take('url', (value) => matching(plainText(value), isWebAddress));
  const language = take('language', (value) => matching(plainText(value), isLanguageTag));
  const licence = take('licence', plainText);
  const tags = take('tags', tagList);
  const other = [...rest].flatMap(([key, value]) => {
    const text = plainText(value) ?? structuredText(value);
    if (text === null) return [];
    return [[key, key === 'modified' ? (dateOf(text) ?? text) : text] as const];
  });
  return {
    title,
    metadata: {
      author,
      publisher,
      published,
      url,
      language,
      licence,
      ...(tags === null ? {} : { tags }),
      other: Object.fromEntries(other),
    },
  };
}

/** A date as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, from that, a longer moment, or a date in words; null where it is none. */
function dateOf(value: string | null): string | null {
  if (value === null) return null;
  if (isDate(value)) return value;
  const pdf = /^D:(\d{4})(\d{2})?(\d{2})?/.exec(value)?.slice(1).filter(Boolean).join('-');
  if (pdf !== undefined) return isDate(pdf) ? pdf : null;
  const day = /^\d{4}-\d{2}-\d{2}(?=[T\s])/.exec(value)?.[0];
  if (day !== undefined) return isDate(day) ? day : null;
  if (!/\p{L}|\//u.test(value) || !/\b(?:1[4-9]|2\d)\d{2}\b/.test(value)) return null;
  const moment = new Date(value);
  if (Number.isNaN(moment.getTime())) return null;
  const parts = [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}

export function isDate(value: string): boolean {
  if (!DATE.test(value)) return false;
  const day = new Date(value);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

export function isWebAddress(value: string): boolean {
  return /^https?:\/\//i.test(value) && URL.canParse(value);
}

export function isLanguageTag(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}

/** A value as a person would write it on one line; null where it is empty or has parts of its own. */
export function plainText(value: unknown): string | null {
  if (typeof value === 'string') return value.replace(/\s+/g, ' ').trim() || null;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return Array.isArray(value) && value.every(isPlain) ? value.join(', ') || null : null;
}

function structuredText(value: unknown): string | null {
  return typeof value === 'object' && value !== null && !isEmpty(value)
    ? JSON.stringify(value)
    : null;
}

function isEmpty(value: object): boolean {
  return Array.isArray(value) && value.length === 0;
}

function tagList(value: unknown): string[] | null {
  const listed = Array.isArray(value) && value.every(isPlain);
  const found = listed ? value.map(String) : (plainText(value)?.split(BETWEEN_TAGS) ?? []);
  const tags = [...new Set(found.map((tag) => tag.trim()).filter(Boolean))];
  return tags.length === 0 ? null : tags;
}

function isPlain(item: unknown): item is string | number {
  return typeof item === 'string' || typeof item === 'number';
}

function matching(value: string | null, holds: (value: string) => boolean): string | null {
  return value !== null && holds(value) ? value : null;
}
