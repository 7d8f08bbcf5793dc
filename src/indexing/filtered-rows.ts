import type { MetadataFilter } from '../domain/search-index.js';
import type { Connection } from './database.js';
import { METADATA_CONDITION, metadataParameters } from './metadata-condition.js';

/** The passages of documents that pass a filter. */
export interface FilteredRows {
  /** How many. */
  readonly count: number;
  holds(row: number): boolean;
  all(): number[];
}

interface Range {
  readonly first: number;
  readonly length: number;
}

/** Finds the rows of passages that pass a filter; both searches of a question ask for the same, which is looked up once. */
export function createFilteredRows(
  database: Connection,
  lastRow: number,
): (filter: MetadataFilter) => FilteredRows {
  const ranges = database.prepare<[Record<string, unknown>], Range>(
    `SELECT first_passage AS first, passage_count AS length FROM documents WHERE ${METADATA_CONDITION} ORDER BY row`,
  );
  let latest: { readonly key: string; readonly rows: FilteredRows } | undefined;
  return (filter) => {
    const parameters = metadataParameters(filter);
    const key = JSON.stringify(parameters);
    if (latest?.key !== key) latest = { key, rows: rowsOf(ranges.all(parameters), lastRow) };
    return latest.rows;
  };
}

function rowsOf(ranges: readonly Range[], lastRow: number): FilteredRows {
  const passes = new Uint8Array(lastRow + 1);
  let count = 0;
  for (const { first, length } of ranges) {
    passes.fill(1, first, first + length);
    count += length;
  }
  return {
    count,
    holds: (row) => passes[row] === 1,
    all: () => ranges.flatMap(({ first, length }) => Array.from({ length }, (_, i) => first + i)),
  };
}
