import { z } from 'zod';
import type { AskRequest, AskResponse } from './ask.js';

const MAX_NOTE_LENGTH = 2000;

export const FeedbackRequestSchema = z
  .strictObject({
    answerId: z.string().min(1).max(100).describe('The `id` of a recent answer or abstention.'),
    verdict: z.enum(['up', 'down']),
    note: z.string().max(MAX_NOTE_LENGTH).optional().describe('What was right or wrong.'),
  })
  .meta({ id: 'FeedbackRequest' });

export type FeedbackRequest = z.infer<typeof FeedbackRequestSchema>;

export const FeedbackReceiptSchema = z
  .object({
    answerId: z.string(),
    verdict: z.enum(['up', 'down']),
    keptAt: z.string().describe('When it was written to disk, ISO 8601.'),
  })
  .meta({ id: 'FeedbackReceipt', description: 'The verdict is on disk.' });

export type FeedbackReceipt = z.infer<typeof FeedbackReceiptSchema>;

/** Keeps what people say about answers. */
export interface FeedbackStore {
  /** Told of every answer and abstention, so that a verdict can be kept with what it is about. */
  remember(request: AskRequest, response: AskResponse): void;
  /**
   * Resolves once the verdict is on disk; with undefined where no recent answer has that id.
   * @throws FootnoteError `feedback_failed`
   */
  keep(feedback: FeedbackRequest): Promise<FeedbackReceipt | undefined>;
  /** Resolves once everything it was told is on disk. */
  close(): Promise<void>;
}
