import { z } from 'zod';

const count = z.int().min(0);

export const DiagnosticsSchema = z
  .object({
    reader: z
      .enum(['extractive', 'chat'])
      .describe('Whose sentences these are: the sources’ own, or the chat model’s.'),
    fallback: z
      .enum([
        'timeout',
        'unreachable',
        'rate_limited',
        'server_error',
        'rejected',
        'malformed',
        'token_limit',
        'declined',
        'unverified',
        'paused',
        'busy',
        'not_asked',
      ])
      .nullable()
      .describe('Why the chat model did not write the answer; null where it did.'),
    questions: z
      .enum(['own', 'model'])
      .describe('Whether the chat model worded what was searched for.'),
    sentences: z.object({
      written: count.describe('Sentences the chat model wrote.'),
      verified: count.describe('Those that stood as written.'),
      repaired: count.describe('Those that stood once written again.'),
      dropped: count.describe('Those that nobody saw.'),
    }),
    failures: z.record(z.string(), count).describe('How many times a sentence failed each check.'),
    calls: count.describe('Requests made of the chat model.'),
    tokens: z.object({
      prompt: count,
      completion: count,
      estimated: z.boolean().describe('Whether the server did not count and length was gone by.'),
    }),
    modelMs: z.number().min(0).describe('Milliseconds spent waiting for the chat model.'),
  })
  .meta({
    id: 'Diagnostics',
    description: 'How the answer came about where a chat model is configured.',
  });
