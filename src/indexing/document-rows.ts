import type { SourceDocument } from '../domain/document.js';
import type { DocumentHeader } from '../domain/search-index.js';
import { publishedDays } from './published-days.js';

/** The columns of `documents` that a header is read from. */
export const HEADER_COLUMNS =
  'row, id, title, path, hash, author, publisher, published, url, language, licence, other';

/** A row of `documents` as far as `HEADER_COLUMNS` go. */
export interface HeaderRow {
  readonly row: number;
  readonly id: string;
  readonly title: string;
  readonly path: string;
  readonly hash: string;
  readonly author: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly url: string | null;
  readonly language: string | null;
  readonly licence: string | null;
  readonly other: string;
}

export function toHeader(row: HeaderRow): DocumentHeader {
  const { id, title, path, hash, author, publisher, published, url, language, licence } = row;
  const other = JSON.parse(row.other) as Record<string, string>;
  return {
    id,
    title,
    path,
    hash,
    metadata: { author, publisher, published, url, language, licence, other },
  };
}

/** What a document gives the columns of `documents`, its number and passages aside. */
export function fromDocument({ id, title, path, hash, metadata }: SourceDocument) {
  const { other, ...named } = metadata;
  const days = metadata.published === null ? undefined : publishedDays(metadata.published);
  return {
    id,
    title,
    path,
    hash,
    ...named,
    other: JSON.stringify(other),
    publishedFirst: days?.first ?? null,
    publishedLast: days?.last ?? null,
  };
}
