import { z } from 'zod';
import { AskRequestSchema, AskResponseSchema } from '../contract/ask.js';
import { FeedbackRequestSchema } from '../contract/feedback.js';

/** What was asked and what came of it: as much as people need to review it. */
export const AskedSchema = z.object({
  question: z.string(),
  history: AskRequestSchema.shape.history,
  status: AskResponseSchema.shape.status,
  /** Null where it was answered. */
  reason: z.enum(['no_evidence', 'ambiguous', 'unsupported_language']).nullable(),
  /** Both null where it was abstained from. */
  text: z.string().nullable(),
  shortAnswer: z.string().nullable(),
  evidence: z.array(z.object({ documentId: z.string(), quote: z.string() })),
  /** Fingerprint of the index that answered. */
  index: z.string(),
});

export type Asked = z.infer<typeof AskedSchema>;

const common = { at: z.string(), answerId: z.string(), asked: AskedSchema };

const VerdictSchema = z.object({
  kind: z.literal('verdict'),
  ...common,
  verdict: FeedbackRequestSchema.shape.verdict,
  note: z.string().optional(),
});

const UnansweredSchema = z.object({ kind: z.literal('unanswered'), ...common });

/** A line of the feedback file. */
export const FeedbackEntrySchema = z.discriminatedUnion('kind', [VerdictSchema, UnansweredSchema]);

export type FeedbackEntry = z.infer<typeof FeedbackEntrySchema>;
export type VerdictEntry = z.infer<typeof VerdictSchema>;
