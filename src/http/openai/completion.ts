import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type AskResponse, AskResponseSchema } from '../../contract/ask.js';
import { type ChatMessage, messageText } from './chat-messages.js';
import { MODEL_ID } from './model.js';
import { countWords } from './words.js';

export const UsageSchema = z
  .object({
    prompt_tokens: z.int().min(0).describe('Words of all messages of the request.'),
    completion_tokens: z.int().min(0).describe('Words of the message that is answered.'),
    total_tokens: z.int().min(0),
  })
  .meta({
    id: 'CompletionUsage',
    description:
      'Counted in words, runs of letters or digits: an answer is quoted, so no language model spends tokens.',
  });

export type Usage = z.infer<typeof UsageSchema>;

/** What a completion and each chunk of a streamed one begin with. */
export const envelopeShape = {
  id: z.string(),
  created: z.int().describe('When it was made, in seconds since 1970.'),
  model: z.string(),
  system_fingerprint: z.string().describe('The fingerprint of the index that was asked.'),
};

export const FOOTNOTE_FIELD = AskResponseSchema.describe('The whole answer of POST /v1/ask.');

export const ChatCompletionSchema = z
  .object({
    ...envelopeShape,
    object: z.literal('chat.completion'),
    choices: z.array(
      z.object({
        index: z.literal(0),
        message: z.object({
          role: z.literal('assistant'),
          content: z.string(),
          refusal: z.null(),
        }),
        logprobs: z.null(),
        finish_reason: z.literal('stop'),
      }),
    ),
    usage: UsageSchema,
    footnote: FOOTNOTE_FIELD,
  })
  .meta({ id: 'ChatCompletion' });

type ChatCompletion = z.infer<typeof ChatCompletionSchema>;

export interface Envelope {
  readonly id: string;
  readonly created: number;
  readonly model: string;
  readonly system_fingerprint: string;
}

export function createEnvelope(indexFingerprint: string): Envelope {
  return {
    id: `chatcmpl-${randomUUID()}`,
    created: Math.floor(Date.now() / 1000),
    model: MODEL_ID,
    system_fingerprint: indexFingerprint,
  };
}

export function usageOf(messages: readonly ChatMessage[], content: string): Usage {
  const prompt = messages.reduce((sum, message) => sum + countWords(messageText(message)), 0);
  const completion = countWords(content);
  return {
    prompt_tokens: prompt,
    completion_tokens: completion,
    total_tokens: prompt + completion,
  };
}

/** The answer as one completion; an abstention is a message like any other. */
export function completionOf(
  response: AskResponse,
  content: string,
  messages: readonly ChatMessage[],
): ChatCompletion {
  return {
    ...createEnvelope(response.index.fingerprint),
    object: 'chat.completion',
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content, refusal: null },
        logprobs: null,
        finish_reason: 'stop',
      },
    ],
    usage: usageOf(messages, content),
    footnote: response,
  };
}
