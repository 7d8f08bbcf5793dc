import { z } from 'zod';
import { AskResponseSchema } from '../../src/contract/ask.js';
import type { Reply } from './reply.js';
import { ServiceError } from './service-error.js';

const CitationSchema = z.object({
  number: z.int(),
  documentId: z.string().nullable().default(null),
  documentHash: z.string().nullable().default(null),
  start: z.int().nullable().default(null),
  end: z.int().nullable().default(null),
  quote: z.string().nullable().default(null),
});

const numbers = z.array(z.int()).default([]);

/** What of the contract's response cannot be done without, and the rest as far as it is there. */
const ReplySchema = z.object({
  answer: z
    .object({
      text: z.string().min(1),
      shortAnswer: z.string().nullable().default(null),
      sentences: z.array(z.object({ text: z.string(), citations: numbers })).default([]),
      confidence: z.number().min(0).max(1).nullable().default(null),
    })
    .nullable(),
  abstention: z
    .object({ reason: z.string().default('unknown'), message: z.string().default('') })
    .nullable()
    .default(null),
  disagreement: z
    .object({
      about: z.string().default(''),
      sides: z.array(z.object({ value: z.string(), citations: numbers })),
    })
    .nullable()
    .default(null),
  citations: z.array(CitationSchema).default([]),
});

/**
 * What is judged of a response of Footnote's contract. One that breaks the contract, but says whether it answers and
 * what, is judged all the same, and carries its breach.
 * @param path Of the request, for messages.
 * @throws ServiceError where it cannot be judged
 */
export function replyOf(value: unknown, path: string): Reply {
  const strict = AskResponseSchema.safeParse(value);
  if (strict.success) return strict.data;
  const { path: field = [], message = '' } = strict.error.issues[0] ?? {};
  const breach = `"${field.join('.')}": ${message}`;
  const lenient = ReplySchema.safeParse(value);
  if (lenient.success) return { ...lenient.data, breach };
  throw new ServiceError(`${path} breaks the contract at ${breach}`);
}
