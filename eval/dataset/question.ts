import { z } from 'zod';
import { AskRequestSchema } from '../../src/contract/ask.js';

const EvidenceSchema = z.strictObject({
  documentId: z.string().min(1),
  /** Verbatim in the canonical text of the document. */
  quote: z.string().min(1),
});

const spellings = z.array(z.string().min(1)).min(1);

const common = {
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'kebab-case'),
  question: AskRequestSchema.shape.question,
  category: z.string().min(1),
  split: z.enum(['dev', 'test']),
  history: AskRequestSchema.shape.history,
  note: z.string().min(1).optional(),
};

const AnswerableSchema = z.strictObject({
  ...common,
  answerable: z.literal(true),
  /** Accepted answers: each alone is right, unless `parts` says more. */
  answers: spellings,
  /** What a complete answer holds: every part, in any of its spellings. */
  parts: z.array(spellings).min(1).optional(),
  evidence: z.array(EvidenceSchema).min(1),
  /** `any`: each quote alone proves the answer; `all`: it rests on every one. */
  evidenceMode: z.enum(['any', 'all']),
  /** Values the documents disagree on, each in any of its spellings. */
  sides: z.array(spellings).min(2).optional(),
});

const UnanswerableSchema = z.strictObject({
  ...common,
  answerable: z.literal(false),
  /** Where the reason of the abstention itself is fixed. */
  abstentionReason: z.enum(['no_evidence', 'ambiguous', 'unsupported_language']).optional(),
  /** What would answer it, and stands in no document. */
  absent: spellings.optional(),
  /** Quotes that hold all of its words and do not answer it all the same. */
  decoys: z.array(EvidenceSchema).min(1).optional(),
});

/** A line of `questions.jsonl`. Unknown fields are refused, so an unanswerable question cannot carry answers. */
export const QuestionRecordSchema = z.discriminatedUnion('answerable', [
  AnswerableSchema,
  UnanswerableSchema,
]);

export type QuestionRecord = z.infer<typeof QuestionRecordSchema>;
export type AnswerableQuestion = z.infer<typeof AnswerableSchema>;
export type UnanswerableQuestion = z.infer<typeof UnanswerableSchema>;
