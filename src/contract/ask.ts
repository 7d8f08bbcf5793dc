import { z } from 'zod';
import { CitationSchema } from './citation.js';
import { AskExplanationSchema } from './explanation.js';
import { FilterSchema } from './filter.js';
import { PassageSchema } from './passage.js';

const MAX_QUESTION_LENGTH = 2000;

const NUL = '\u0000';

export const QuestionSchema = z
  .string()
  .max(MAX_QUESTION_LENGTH)
  .refine((question) => question.trim() !== '', { message: 'a question, not only blanks' })
  .refine((question) => !question.includes(NUL), { message: 'text without NUL characters' });

const TurnSchema = z
  .object({ question: z.string().max(MAX_QUESTION_LENGTH), answer: z.string().max(20_000) })
  .meta({ id: 'Turn', description: 'An earlier question and the answer it was given.' });

export const AskRequestSchema = z
  .strictObject({
    question: QuestionSchema,
    history: z.array(TurnSchema).max(50).optional(),
    filter: FilterSchema.optional(),
    maxSentences: z.int().min(1).max(10).optional(),
    explain: z.boolean().optional().describe('Whether to say how the result came about.'),
  })
  .meta({ id: 'AskRequest' });

export type AskRequest = z.infer<typeof AskRequestSchema>;

export const AnswerSentenceSchema = z
  .object({ text: z.string().min(1), citations: z.array(z.int().min(1)).min(1) })
  .meta({ id: 'AnswerSentence', description: 'A sentence and the numbers of its citations.' });

export type AnswerSentence = z.infer<typeof AnswerSentenceSchema>;

const AnswerSchema = z
  .object({
    text: z.string().min(1),
    shortAnswer: z.string().nullable(),
    sentences: z.array(AnswerSentenceSchema),
    confidence: z.number().min(0).max(1).describe('Probability that the answer is right.'),
  })
  .meta({ id: 'Answer' });

const AbstentionSchema = z
  .object({
    reason: z.enum(['no_evidence', 'ambiguous', 'unsupported_language']),
    message: z.string(),
    nearest: z.array(PassageSchema),
  })
  .meta({ id: 'Abstention', description: 'Why the sources do not support an answer.' });

const DisagreementSchema = z
  .object({
    about: z.string(),
    sides: z
      .array(z.object({ value: z.string(), citations: z.array(z.int().min(1)).min(1) }))
      .min(2),
  })
  .meta({ id: 'Disagreement', description: 'Different values for one thing, each side cited.' });

export const AskResponseSchema = z
  .object({
    id: z.string(),
    question: z.string(),
    status: z.enum(['answered', 'abstained']),
    answer: z.union([AnswerSchema, z.null()]).describe('Null when abstained.'),
    abstention: z.union([AbstentionSchema, z.null()]).describe('Null when answered.'),
    disagreement: z
      .union([DisagreementSchema, z.null()])
      .describe('Null where the sources agree, or none was found to differ.'),
    citations: z.array(CitationSchema),
    index: z.object({ fingerprint: z.string() }),
    timings: z.object({
      retrieveMs: z.number().min(0),
      readMs: z.number().min(0),
      totalMs: z.number().min(0),
    }),
    explanation: AskExplanationSchema.optional().describe('Where it was asked for.'),
  })
  .meta({ id: 'AskResponse' });

export type AskResponse = z.infer<typeof AskResponseSchema>;
