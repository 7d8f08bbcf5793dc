import { z } from 'zod';
import { AskResponseSchema } from './ask.js';
import { RetrievedEventSchema, SentenceEventSchema } from './ask-event.js';
import { ProblemSchema } from './problem.js';

/** One event of a streamed answer: its `event` line and the JSON of its `data` line. */
export const AskStreamEventSchema = z
  .discriminatedUnion('event', [
    z.object({ event: z.literal('retrieved'), data: RetrievedEventSchema }),
    z.object({ event: z.literal('sentence'), data: SentenceEventSchema }),
    z.object({ event: z.literal('answer'), data: AskResponseSchema }),
    z.object({ event: z.literal('error'), data: ProblemSchema }),
  ])
  .meta({
    id: 'AskStreamEvent',
    description:
      'One event of the stream: its `event` line, and its `data` line read as JSON. The last one is `answer` or `error`.',
  });

export type AskStreamEvent = z.infer<typeof AskStreamEventSchema>;
