import type { FallbackReason } from '../domain/reading-assistant.js';
import type { ChatSettings } from './chat-parts.js';
import { failureOf } from './failure-of.js';
import { createOpenAiClient } from './open-ai-client.js';

const REPLY_TOKENS = 40;

/**
 * Asks the chat model for one word.
 * @returns null where it answers, else why it does not
 */
export async function probeChatModel(
  settings: Pick<ChatSettings, 'baseUrl' | 'model' | 'apiKey' | 'timeoutMs'>,
): Promise<FallbackReason | null> {
  const client = createOpenAiClient(settings);
  await client.ready();
  const limit = AbortSignal.timeout(settings.timeoutMs);
  try {
    const { text } = await client.complete(
      {
        messages: [{ role: 'user', content: 'Reply with JSON alone: {"ready": true}' }],
        schema: {
          name: 'ready',
          schema: {
            type: 'object',
            additionalProperties: false,
            required: ['ready'],
            properties: { ready: { type: 'boolean' } },
          },
        },
        maxTokens: REPLY_TOKENS,
        onRequest: () => {},
      },
      limit,
    );
    return text.trim() === '' ? 'declined' : null;
  } catch (error) {
    return limit.aborted ? 'timeout' : failureOf(error).reason;
  }
}
