import { SearchRequestSchema } from '../contract/search.js';
import { checkedRequest } from './checked-request.js';
import { EXIT_CODES } from './exit-codes.js';
import { searchText } from './search-text.js';
import { terminalOf } from './terminal.js';
import { useEngine } from './use-engine.js';

export interface SearchOptions {
  readonly json?: true;
  readonly limit?: number;
}

/** `footnote search`: prints the passages and gives the exit code. */
export async function search(query: string, { json, limit }: SearchOptions): Promise<number> {
  const request = checkedRequest(SearchRequestSchema, { query, limit });
  const response = await useEngine((engine) => engine.search(request));
  const text = json
    ? JSON.stringify(response, null, 2)
    : searchText(response, terminalOf(process.stdout, process.env));
  process.stdout.write(`${text}\n`);
  return EXIT_CODES.done;
}
