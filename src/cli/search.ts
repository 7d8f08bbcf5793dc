import type { Filter } from '../contract/filter.js';
import { SearchRequestSchema } from '../contract/search.js';
import { checkedRequest } from './checked-request.js';
import { EXIT_CODES } from './exit-codes.js';
import { searchExplanationText } from './explanation-text.js';
import { searchText } from './search-text.js';
import { terminalOf } from './terminal.js';
import { useEngine } from './use-engine.js';

export interface SearchOptions {
  readonly json?: true;
  readonly limit?: number;
  readonly filter?: Filter;
  readonly explain?: true;
}

/** `footnote search`: prints the passages and gives the exit code. */
export async function search(
  query: string,
  { json, limit, filter, explain }: SearchOptions,
): Promise<number> {
  const request = checkedRequest(SearchRequestSchema, { query, limit, filter, explain });
  const response = await useEngine((engine) => engine.search(request));
  const terminal = terminalOf(process.stdout, process.env);
  const parts = [json ? JSON.stringify(response, null, 2) : searchText(response, terminal)];
  if (!json && response.explanation)
    parts.push(searchExplanationText(response.explanation, terminal));
  process.stdout.write(`${parts.join('\n\n')}\n`);
  return EXIT_CODES.done;
}
