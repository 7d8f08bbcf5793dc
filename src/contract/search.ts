import { z } from 'zod';
import { QuestionSchema } from './ask.js';
import { SearchExplanationSchema } from './explanation.js';
import { FilterSchema } from './filter.js';
import { RankedPassageSchema } from './passage.js';

export const SearchRequestSchema = z
  .strictObject({
    query: QuestionSchema,
    limit: z.int().min(1).max(100).optional().describe('Passages at most; 10 unless told.'),
    filter: FilterSchema.optional(),
    explain: z.boolean().optional().describe('Whether to say how the result came about.'),
  })
  .meta({ id: 'SearchRequest' });

export type SearchRequest = z.infer<typeof SearchRequestSchema>;

export const SearchResponseSchema = z
  .object({
    query: z.string(),
    passages: z.array(RankedPassageSchema),
    index: z.object({ fingerprint: z.string() }),
    timings: z.object({ totalMs: z.number().min(0) }),
    explanation: SearchExplanationSchema.optional().describe('Where it was asked for.'),
  })
  .meta({ id: 'SearchResponse' });

export type SearchResponse = z.infer<typeof SearchResponseSchema>;
