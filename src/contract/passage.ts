import { z } from 'zod';

export const PassageSchema = z
  .object({
    passageId: z.string().describe('Names the passage within this index.'),
    documentId: z.string(),
    title: z.string().describe('Of the document.'),
    headings: z.array(z.string()).describe('The headings it stands under, outermost first.'),
    text: z.string().describe('As it stands in the document.'),
    start: z.int().min(0).describe('First UTF-16 code unit in the canonical text.'),
    end: z.int().min(1).describe('One past the last: text.slice(start, end) of the document.'),
    page: z
      .int()
      .min(1)
      .optional()
      .describe('Of the source, from 1; absent where it has no pages.'),
    pageEnd: z.int().min(2).optional().describe('The last page, where it goes on to another.'),
    href: z.string().describe('The readable page of the document, opened at the passage.'),
  })
  .meta({ id: 'Passage', description: 'A contiguous span of a document.' });

export type PassageView = z.infer<typeof PassageSchema>;

const RankingSchema = z
  .object({
    rank: z.int().min(1).describe('From 1.'),
    score: z.number().describe('Higher is better; comparable within this list only.'),
  })
  .meta({ id: 'Ranking', description: "A passage's place in one retriever's list." });

export const RankedPassageSchema = PassageSchema.extend({
  rank: z.int().min(1).describe('From 1, best first.'),
  score: z.number().describe('Weighted sum of cosine and lexical share; higher is better.'),
  dense: z.union([RankingSchema, z.null()]).describe('Null where meaning did not find it.'),
  lexical: z.union([RankingSchema, z.null()]).describe('Null where its words did not find it.'),
}).meta({ id: 'RankedPassage', description: 'A passage and where each retriever put it.' });

export type RankedPassage = z.infer<typeof RankedPassageSchema>;
