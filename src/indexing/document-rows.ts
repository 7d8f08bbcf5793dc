import type { SourceDocument } from '../domain/document.js';
import type { DocumentHeader } from '../domain/search-index.js';
import { publishedDays } from './published-days.js';

/** The columns of `documents` that a header is read from. */
export const HEADER_COLUMNS =
  'row, id, title, path, hash, author, publisher, published, url, language, licence, tags, other, page_starts AS pageStarts';

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
  /** JSON, as are the two below. */
  readonly tags: string | null;
  readonly other: string;
  readonly pageStarts: string | null;
}

export function toHeader(row: HeaderRow): DocumentHeader {
  const { id, title, path, hash, author, publisher, published, url, language, licence } = row;
  const other = JSON.parse(row.other) as Record<string, string>;
  const tags = row.tags === null ? {} : { tags: JSON.parse(row.tags) as string[] };
  const pages =
    row.pageStarts === null ? {} : { pageStarts: JSON.parse(row.pageStarts) as number[] };
  return {
    id,
    title,
    path,
    hash,
    metadata: { author, publisher, published, url, language, licence, ...tags, other },
    ...pages,
  };
}

/** What a document gives the columns of `documents`, its number and passages aside. */
export function fromDocument({ id, title, path, hash, metadata, pageStarts }: SourceDocument) {
  const { other, tags, ...named } = metadata;
  const days = metadata.published === null ? undefined : publishedDays(metadata.published);
  return {
    id,
    title,
    path,
    hash,
    ...named,
    tags: tags === undefined ? null : JSON.stringify(tags),
    other: JSON.stringify(other),
    pageStarts: pageStarts === undefined ? null : JSON.stringify(pageStarts),
    publishedFirst: days?.first ?? null,
    publishedLast: days?.last ?? null,
  };
}
