import { pageLabel } from '../contract/page-range.js';
import type { RankedPassage } from '../contract/passage.js';
import { SearchRequestSchema, SearchResponseSchema } from '../contract/search.js';
import type { Locate } from '../references/place.js';
import { createTool } from './tool.js';

export const searchTool = createTool({
  name: 'search',
  title: 'Search the documents',
  description:
    'Finds the passages nearest to a query by meaning and by words, best first, with where they stand. Use it to read around a subject; use `ask` for an answer with quotes.',
  input: SearchRequestSchema,
  output: SearchResponseSchema,
  work: (request, host, signal) =>
    host.withEngine((engine, until) => engine.search(request, { signal: until }), signal),
  texts: ({ passages }, host) =>
    passages.length === 0 ? ['Nothing found.'] : passages.map((one) => found(one, host.locate)),
});

function found(passage: RankedPassage, locate: Locate): string {
  const { rank, title, headings, text } = passage;
  const page = pageLabel(passage);
  const where = [title, ...headings, ...(page === undefined ? [] : [page])].join(' › ');
  return `[${rank}] ${where} - ${locate(passage)}\n${text}`;
}
