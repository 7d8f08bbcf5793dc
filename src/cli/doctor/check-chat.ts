import { probeChatModel } from '../../chat/probe-chat-model.js';
import type { Config } from '../../config.js';
import type { FallbackReason } from '../../domain/reading-assistant.js';
import { attention, type Finding, fine } from './finding.js';

const WHAT_TO_DO: Partial<Readonly<Record<FallbackReason, string>>> = {
  timeout: 'Give it longer with CHAT_TIMEOUT_MS, or take a smaller model.',
  unreachable: 'Start that server, or correct CHAT_BASE_URL.',
  rejected: 'Correct CHAT_API_KEY, CHAT_MODEL, or the path of CHAT_BASE_URL (most end in /v1).',
  malformed: 'Correct CHAT_BASE_URL: what answers there is no OpenAI-compatible server.',
  rate_limited: 'Wait, or ask the operator of that server for more.',
};

/** Whether the chat model answers, where one is configured. Questions are answered without it too, so nothing is wrong where it does not. */
export async function checkChat({ chat }: Pick<Config, 'chat'>): Promise<Finding> {
  if (chat === null) return fine('Chat model', 'none configured; answers are the sources’ own');
  const what = `${chat.model} at ${new URL(chat.baseUrl).origin}`;
  const failure = await probeChatModel(chat);
  if (failure === null) return fine('Chat model', `${what} answers`);
  return attention(
    'Chat model',
    `${what} does not answer (${failure}); answers are the sources’ own meanwhile`,
    WHAT_TO_DO[failure] ?? 'Look into the log of that server.',
  );
}
