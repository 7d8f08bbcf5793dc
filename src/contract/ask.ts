import { z } from 'zod';
import { CitationSchema } from './citation.js';
import { DiagnosticsSchema } from './diagnostics.js';
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
  .object({
    question: z.string().max(MAX_QUESTION_LENGTH).describe('What was asked.'),
    answer: z.string().max(20_000).describe('What was answered.'),
  })
  .meta({ id: 'Turn', description: 'An earlier question and the answer it was given.' });

export const AskRequestSchema = z
  .strictObject({
    question: QuestionSchema.describe('What to answer, in plain words.'),
    history: z
      .array(TurnSchema)
      .max(50)
      .optional()
      .describe('What was asked before, oldest first, so that a follow-up is understood.'),
    filter: FilterSchema.optional(),
    maxSentences: z
      .int()
      .min(1)
      .max(10)
      .optional()
      .describe('Sentences of the answer at most; 3 unless told.'),
    explain: z.boolean().optional().describe('Whether to say how the result came about.'),
  })
  .meta({ id: 'AskRequest', description: 'A question to answer from the documents.' });

export type AskRequest = z.infer<typeof AskRequestSchema>;

export const AnswerSentenceSchema = z
  .object({
    text: z.string().min(1),
    citations: z.array(z.int().min(1)).min(1).describe('Numbers of the citations that prove it.'),
  })
  .meta({ id: 'AnswerSentence', description: 'A sentence and the numbers of its citations.' });

export type AnswerSentence = z.infer<typeof AnswerSentenceSchema>;

const AnswerSchema = z
  .object({
    text: z.string().min(1).describe('What a person reads: the sentences, one after the other.'),
    shortAnswer: z
      .string()
      .nullable()
      .describe('A figure, date or name that answers by itself; null where none does.'),
    sentences: z.array(AnswerSentenceSchema).describe('The text, each sentence with its proof.'),
    confidence: z.number().min(0).max(1).describe('Probability that the answer is right.'),
  })
  .meta({ id: 'Answer', description: 'Sentences, each proved by a quote of a document.' });

const AbstentionSchema = z
  .object({
    reason: z.enum(['no_evidence', 'ambiguous', 'unsupported_language']),
    message: z.string().describe('The reason as a person reads it.'),
    nearest: z.array(PassageSchema).describe('What came nearest to the question, best first.'),
  })
  .meta({ id: 'Abstention', description: 'Why the sources do not support an answer.' });

const DisagreementSchema = z
  .object({
    about: z.string().describe('What the sides differ about.'),
    sides: z
      .array(z.object({ value: z.string(), citations: z.array(z.int().min(1)).min(1) }))
      .min(2),
  })
  .meta({ id: 'Disagreement', description: 'Different values for one thing, each side cited.' });

export const AskResponseSchema = z
  .object({
    id: z.string().describe('Of this answer alone; feedback names it.'),
    question: z.string().describe('As it was asked.'),
    status: z.enum(['answered', 'abstained']),
    answer: z.union([AnswerSchema, z.null()]).describe('Null when abstained.'),
    abstention: z.union([AbstentionSchema, z.null()]).describe('Null when answered.'),
    disagreement: z
      .union([DisagreementSchema, z.null()])
      .describe('Null where the sources agree, or none was found to differ.'),
    citations: z.array(CitationSchema).describe('In the order of their numbers.'),
    index: z.object({
      fingerprint: z.string().describe('Changes whenever the index could answer differently.'),
    }),
    timings: z.object({
      retrieveMs: z.number().min(0).describe('Finding passages; 0 for an answer from memory.'),
      readMs: z.number().min(0).describe('Reading and verifying; 0 for an answer from memory.'),
      totalMs: z.number().min(0).describe('All of it.'),
    }),
    diagnostics: DiagnosticsSchema.optional().describe('Where a chat model is configured.'),
    explanation: AskExplanationSchema.optional().describe('Where it was asked for.'),
  })
  .meta({ id: 'AskResponse', description: 'The answer, or why there is none.' });

export type AskResponse = z.infer<typeof AskResponseSchema>;
