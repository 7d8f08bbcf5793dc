import type { MetadataFilter } from '../domain/search-index.js';
import { facetKey, OTHER_FACET } from './document-facets.js';
import { publishedDays } from './published-days.js';

const FACETS = ['documentId', 'author', 'publisher', 'language', 'tag'] as const;

/**
 * SQL that holds for a row of `documents` when it passes a filter. It has the same text for every
 * filter, so its statements are prepared once. A document without a date passes no date; one
 * dated by year or month alone passes when a day of it does.
 */
export const METADATA_CONDITION = [
  ...FACETS.map(facet),
  `(:other IS NULL OR NOT EXISTS (
    SELECT 1 FROM json_each(:other) AS wanted WHERE NOT EXISTS (
      SELECT 1 FROM document_facets AS held
      WHERE held.name = wanted.key AND held.value IN (SELECT value FROM json_each(wanted.value))
        AND held.document = documents.row)))`,
  '(:publishedFrom IS NULL OR documents.published_last >= :publishedFrom)',
  '(:publishedTo IS NULL OR documents.published_first <= :publishedTo)',
  '(:path IS NULL OR path_matches(documents.path, :path))',
].join(' AND ');

/** The parameters of `METADATA_CONDITION` for a filter. */
export function metadataParameters(filter: MetadataFilter): Record<string, string | null> {
  const { documentId, publishedFrom, publishedTo, other } = filter;
  const wanted = other === undefined ? [] : Object.entries(other);
  const facets = FACETS.map((name) => [name, keys(filter[name])] as const);
  return {
    ...Object.fromEntries(facets.map(([name, values]) => [name, json(values)])),
    documentId: json(documentId),
    other: json(
      wanted.length === 0
        ? undefined
        : Object.fromEntries(
            wanted.map(([key, values]) => [`${OTHER_FACET}${facetKey(key)}`, keys(values)]),
          ),
    ),
    publishedFrom: publishedFrom === undefined ? null : publishedDays(publishedFrom).first,
    publishedTo: publishedTo === undefined ? null : publishedDays(publishedTo).last,
    path: json(filter.path),
  };
}

/** Whether a filter asks for anything. */
export function isFiltering(filter: MetadataFilter | undefined): filter is MetadataFilter {
  return filter !== undefined && Object.values(filter).some((wanted) => wanted !== undefined);
}

function facet(name: string): string {
  return `(:${name} IS NULL OR documents.row IN (
    SELECT document FROM document_facets
    WHERE name = '${name}' AND value IN (SELECT value FROM json_each(:${name}))))`;
}

function keys(values: readonly string[] | undefined): string[] | undefined {
  return values?.map(facetKey);
}

function json(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}
