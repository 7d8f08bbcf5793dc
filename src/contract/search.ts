import { z } from 'zod';
import { QuestionSchema } from './ask.js';
import { SearchExplanationSchema } from './explanation.js';
import { FilterSchema } from './filter.js';
import { RankedPassageSchema } from './passage.js';

export const SearchRequestSchema = z
  .strictObject({
    query: QuestionSchema.describe('A question or a few words.'),
    limit: z.int().min(1).max(100).optional().describe('Passages at most; 10 unless told.'),
    filter: FilterSchema.optional(),
    explain: z.boolean().optional().describe('Whether to say how the result came about.'),
  })
  .meta({ id: 'SearchRequest', description: 'What to find passages for.' });

export type SearchRequest = z.infer<typeof SearchRequestSchema>;

export const SearchResponseSchema = z
  .object({
    query: z.string().describe('As it was sent.'),
    passages: z.array(RankedPassageSchema).describe('Best first.'),
    index: z.object({ fingerprint: z.string() }),
    timings: z.object({ totalMs: z.number().min(0) }),
    explanation: SearchExplanationSchema.optional().describe('Where it was asked for.'),
  })
  .meta({ id: 'SearchResponse', description: 'The passages nearest to the query.' });

export type SearchResponse = z.infer<typeof SearchResponseSchema>;
