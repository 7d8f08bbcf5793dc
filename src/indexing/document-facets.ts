import type { SourceDocument } from '../domain/document.js';

/** A value that documents can be filtered by, as it is compared. */
export interface Facet {
  readonly name: string;
  readonly value: string;
}

/** Before the key of a front-matter value that has no name of its own. */
export const OTHER_FACET = 'other:';

const BETWEEN_AUTHORS = /\s*[,;]\s*|\s+(?:and|&)\s+/;

/**
 * What a document can be filtered by besides its date and path. Of several authors each is one, and so is what they are written as
 * together; a language is also the one it is a kind of (`en-US` is `en`).
 */
export function documentFacets({ id, metadata }: Pick<SourceDocument, 'id' | 'metadata'>): Facet[] {
  const { author, publisher, language, tags = [], other } = metadata;
  const facets = new Map<string, Facet>();
  const add = (name: string, values: readonly (string | null)[]) => {
    for (const value of values) {
      const key = value === null ? '' : facetKey(value);
      if (key !== '') facets.set(JSON.stringify([name, key]), { name, value: key });
    }
  };
  facets.set('', { name: 'documentId', value: id });
  add('author', author === null ? [] : [author, ...author.split(BETWEEN_AUTHORS)]);
  add('publisher', [publisher]);
  add('language', language === null ? [] : prefixes(language.split('-')));
  add('tag', tags);
  for (const [key, value] of Object.entries(other))
    add(`${OTHER_FACET}${facetKey(key)}`, [value, ...value.split(/\s*,\s*/)]);
  return [...facets.values()];
}

/** A value as it is compared: composed, without regard to case and to how blanks are written. */
export function facetKey(value: string): string {
  return value.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

function prefixes(parts: readonly string[]): string[] {
  return parts.map((_, index) => parts.slice(0, index + 1).join('-'));
}
