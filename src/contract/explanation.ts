import { z } from 'zod';

const StageRankingSchema = z
  .object({ passageId: z.string(), rank: z.int().min(1), score: z.number() })
  .meta({ id: 'StageRanking', description: 'A passage in the ranking of one stage.' });

export const SearchExplanationSchema = z
  .object({
    query: z.string().describe('What was searched for and embedded.'),
    terms: z
      .array(z.object({ term: z.string(), passages: z.int().min(0), weight: z.number() }))
      .describe('Terms as lexical search saw them: in how many passages each stands, its weight.'),
    pairs: z.array(z.string()).describe('Neighbouring terms that were looked for as one.'),
    stages: z
      .object({
        dense: z.array(StageRankingSchema).describe('By meaning; scores are cosines.'),
        lexical: z.array(StageRankingSchema).describe('By words; scores are BM25.'),
        fused: z.array(StageRankingSchema),
      })
      .describe('The whole ranking of each stage, best first.'),
  })
  .meta({ id: 'SearchExplanation', description: 'How passages were found.' });

export type SearchExplanation = z.infer<typeof SearchExplanationSchema>;

const ExplainedSentenceSchema = z
  .object({
    passageId: z.string(),
    start: z.int().min(0),
    end: z.int().min(1),
    text: z.string(),
    score: z.number().describe('Comparable within one question.'),
    probability: z.number().describe('Its share of the belief that one of the sentences answers.'),
    features: z
      .array(z.object({ name: z.string(), value: z.number(), contribution: z.number() }))
      .describe('What speaks for and against it, the weightiest first.'),
  })
  .meta({ id: 'ExplainedSentence' });

export const AskExplanationSchema = z
  .object({
    confidence: z
      .number()
      .describe("The reader's, from 0 to 1, also where it is too low for an answer."),
    parts: z.array(
      z.object({
        question: z.string().describe('A part of what was asked, as it was read.'),
        retrieval: z.union([SearchExplanationSchema, z.null()]),
        sentences: z
          .array(ExplainedSentenceSchema)
          .describe('The best sentences by the reader, best first; none where it cannot tell.'),
      }),
    ),
  })
  .meta({ id: 'AskExplanation', description: 'How an answer or an abstention came about.' });

export type AskExplanation = z.infer<typeof AskExplanationSchema>;
