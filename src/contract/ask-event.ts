import { z } from 'zod';
import { AnswerSentenceSchema } from './ask.js';
import { CitationSchema } from './citation.js';

export const RetrievedEventSchema = z
  .object({
    type: z.literal('retrieved'),
    passages: z.int().min(0).describe('Passages that will be read for an answer.'),
  })
  .meta({ id: 'RetrievedEvent', description: 'The search is done, reading begins.' });

export const SentenceEventSchema = z
  .object({
    type: z.literal('sentence'),
    sentence: AnswerSentenceSchema,
    citations: z
      .array(CitationSchema)
      .describe('The citations this sentence is the first to use; earlier ones came before.'),
  })
  .meta({ id: 'SentenceEvent', description: 'A sentence of the answer, its quotes verified.' });

/** What is known of an answer while it is made. Everything told so stands in the answer too. */
export const AskEventSchema = z.discriminatedUnion('type', [
  RetrievedEventSchema,
  SentenceEventSchema,
]);

export type AskEvent = z.infer<typeof AskEventSchema>;
export type SentenceEvent = z.infer<typeof SentenceEventSchema>;
