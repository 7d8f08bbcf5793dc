import { InvalidArgumentError } from 'commander';
import type { Filter } from '../contract/filter.js';

const LISTS = ['author', 'publisher', 'language', 'tag', 'path'] as const;

/** What `--help` says of the option. */
export const FILTER_HELP =
  'only documents of which this holds, as name=value: author, publisher, language, tag, path, id, from, to (dates) or any other key of their metadata; may be repeated, and the same name twice means either';

/** Takes one more `name=value` of the command line into a filter. @throws InvalidArgumentError where it is none */
export function addToFilter(typed: string, filter: Filter = {}): Filter {
  const [, name = '', value = ''] = /^\s*([^=]+?)\s*=\s*(.*?)\s*$/su.exec(typed) ?? [];
  if (name === '' || value === '')
    throw new InvalidArgumentError(
      'It must be name=value, for instance publisher="The Paper", tag=tides or from=2024-06.',
    );
  if (name === 'from') return { ...filter, publishedFrom: value };
  if (name === 'to') return { ...filter, publishedTo: value };
  if (name === 'id') return { ...filter, documentId: [...(filter.documentId ?? []), value] };
  const list = LISTS.find((known) => known === name);
  if (list !== undefined) return { ...filter, [list]: [...(filter[list] ?? []), value] };
  return {
    ...filter,
    other: { ...filter.other, [name]: [...(filter.other?.[name] ?? []), value] },
  };
}
