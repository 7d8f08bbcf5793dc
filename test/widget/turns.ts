import type { AskResponse } from '../../src/contract/ask.js';
import { type ChatEvent, type Turn, turnsAfter } from '../../src/widget/conversation.js';

/** What a conversation comes to when all of this happens in it. */
export function conversationOf(...events: ChatEvent[]): readonly Turn[] {
  return events.reduce<readonly Turn[]>(turnsAfter, []);
}

/** A question and its whole answer. */
export function answered(id: number, response: AskResponse): ChatEvent[] {
  return [
    { type: 'asked', id, question: response.question },
    { type: 'told', id, told: { event: 'answer', data: response } },
  ];
}
