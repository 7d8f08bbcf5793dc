import { createHash } from 'node:crypto';
import type { ReadingAssistant } from '../domain/reading-assistant.js';
import type { BoundedModel } from './ask-model.js';
import { assistQuestion } from './assist-question.js';
import type { ChatAssistantParts, ChatSettings } from './chat-parts.js';
import { createCircuit } from './circuit.js';
import { createOpenAiClient } from './open-ai-client.js';
import { createSlots } from './slots.js';

/** The server and the model behind it, shared by all that ask, whatever index answers. */
export function createChatModel(settings: ChatSettings): BoundedModel {
  return {
    client: createOpenAiClient(settings),
    circuit: createCircuit(() => performance.now()),
    slots: createSlots(settings.callsAtOnce),
    limits: settings,
  };
}

/** Has answers written by a chat model, every sentence verified. */
export function createChatAssistant(parts: ChatAssistantParts): ReadingAssistant {
  const { settings, model } = parts;
  const { baseUrl, model: name, tokenBudget, timeoutMs } = settings;
  const server = new URL(baseUrl).origin;
  return {
    fingerprint: createHash('sha256')
      .update(JSON.stringify([baseUrl, name, tokenBudget, timeoutMs]))
      .digest('hex'),
    begin: (request) => assistQuestion(parts, request),
    status: () => ({
      model: name,
      server,
      state: model.circuit.state,
      lastFailure: model.circuit.lastFailure,
    }),
  };
}
