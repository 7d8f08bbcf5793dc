import { z } from 'zod';

export const PassageSchema = z
  .object({
    passageId: z.string(),
    documentId: z.string(),
    title: z.string(),
    headings: z.array(z.string()),
    text: z.string(),
    start: z.int().min(0),
    end: z.int().min(1),
    href: z.string(),
  })
  .meta({ id: 'Passage', description: 'A contiguous span of a document.' });

export type PassageView = z.infer<typeof PassageSchema>;

const RankingSchema = z
  .object({ rank: z.int().min(1), score: z.number() })
  .meta({ id: 'Ranking', description: "A passage's place in one retriever's list." });

export const RankedPassageSchema = PassageSchema.extend({
  rank: z.int().min(1),
  score: z.number().describe('Weighted sum of cosine and lexical share; higher is better.'),
  dense: z.union([RankingSchema, z.null()]).describe('Null where meaning did not find it.'),
  lexical: z.union([RankingSchema, z.null()]).describe('Null where its words did not find it.'),
}).meta({ id: 'RankedPassage', description: 'A passage and where each retriever put it.' });

export type RankedPassage = z.infer<typeof RankedPassageSchema>;
