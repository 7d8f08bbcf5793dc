import { z } from 'zod';

const StageRankingSchema = z
  .object({
    passageId: z.string().describe('Id of the passage.'),
    rank: z.int().min(1).describe('Its place, from 1.'),
    score: z.number().describe('Higher is better; comparable within one stage.'),
  })
  .meta({ id: 'StageRanking', description: 'A passage in the ranking of one stage.' });

export const SearchExplanationSchema = z
  .object({
    query: z.string().describe('What was searched for and embedded.'),
    terms: z
      .array(
        z.object({
          term: z.string().describe('A word, stemmed as search compares it.'),
          passages: z.int().min(0).describe('In how many passages it stands.'),
          weight: z.number().describe('How much it counts: the rarer, the more.'),
        }),
      )
      .describe('Terms as lexical search saw them.'),
    pairs: z.array(z.string()).describe('Neighbouring terms that were looked for as one.'),
    stages: z
      .object({
        dense: z.array(StageRankingSchema).describe('By meaning; scores are cosines.'),
        lexical: z.array(StageRankingSchema).describe('By words; scores are BM25.'),
        fused: z.array(StageRankingSchema).describe('Both together.'),
      })
      .describe('The whole ranking of each stage, best first.'),
  })
  .meta({ id: 'SearchExplanation', description: 'How passages were found.' });

export type SearchExplanation = z.infer<typeof SearchExplanationSchema>;

const ExplainedSentenceSchema = z
  .object({
    passageId: z.string().describe('Id of its passage.'),
    start: z.int().min(0).describe("Where it begins in its document's text, in UTF-16 code units."),
    end: z.int().min(1).describe('Where it ends there.'),
    text: z.string().describe('The sentence.'),
    score: z.number().describe('Comparable within one question.'),
    probability: z.number().describe('Its share of the belief that one of the sentences answers.'),
    features: z
      .array(
        z.object({
          name: z.string().describe('What was looked at.'),
          value: z.number().describe('What was found, mostly 0 to 1.'),
          contribution: z.number().describe('What that adds to the score.'),
        }),
      )
      .describe('What speaks for and against it, the weightiest first.'),
  })
  .meta({ id: 'ExplainedSentence', description: 'A sentence as the reader judged it.' });

export const AskExplanationSchema = z
  .object({
    confidence: z
      .number()
      .describe("The reader's, from 0 to 1, also where it is too low for an answer."),
    parts: z.array(
      z.object({
        question: z.string().describe('A part of what was asked, as it was read.'),
        retrieval: z
          .union([SearchExplanationSchema, z.null()])
          .describe('How its passages were found; null where that is not told.'),
        sentences: z
          .array(ExplainedSentenceSchema)
          .describe('The best sentences by the reader, best first; none where it cannot tell.'),
      }),
    ),
  })
  .meta({ id: 'AskExplanation', description: 'How an answer or an abstention came about.' });

export type AskExplanation = z.infer<typeof AskExplanationSchema>;
