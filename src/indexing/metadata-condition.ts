import type { MetadataFilter } from '../domain/search-index.js';
import { publishedDays } from './published-days.js';

const LISTED = ['author', 'publisher', 'language'] as const;

/**
 * SQL that holds for a row of `documents` when its metadata pass a filter. It has the same text for
 * every filter, so its statements are prepared once. A document without a date passes no date; one
 * dated by year or month alone passes when a day of it does.
 */
export const METADATA_CONDITION = [
  listed('documentId', 'id'),
  ...LISTED.map((name) => listed(name, name)),
  '(:publishedFrom IS NULL OR documents.published_last >= :publishedFrom)',
  '(:publishedTo IS NULL OR documents.published_first <= :publishedTo)',
].join(' AND ');

/** The parameters of `METADATA_CONDITION` for a filter. */
export function metadataParameters(filter: MetadataFilter): Record<string, string | null> {
  const json = (values: readonly string[] | undefined) =>
    values === undefined ? null : JSON.stringify(values);
  return {
    documentId: json(filter.documentId),
    author: json(filter.author),
    publisher: json(filter.publisher),
    language: json(filter.language),
    publishedFrom:
      filter.publishedFrom === undefined ? null : publishedDays(filter.publishedFrom).first,
    publishedTo: filter.publishedTo === undefined ? null : publishedDays(filter.publishedTo).last,
  };
}

/** Whether a filter asks for anything. */
export function isFiltering(filter: MetadataFilter | undefined): filter is MetadataFilter {
  return filter !== undefined && Object.values(filter).some((wanted) => wanted !== undefined);
}

function listed(parameter: string, column: string): string {
  return `(:${parameter} IS NULL OR documents.${column} IN (SELECT value FROM json_each(:${parameter})))`;
}
