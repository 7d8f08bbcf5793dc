import type { AskResponse } from '../contract/ask.js';
import { type Turn, turnsAfter } from './conversation.js';

/** Answers kept of one visit. */
const MOST_KEPT = 20;

/** Keeps the answers of a conversation in the storage of the tab, where a browser has and allows one. */
export interface VisitMemory {
  turns(): readonly Turn[];
  keep(turns: readonly Turn[]): void;
}

/** @param storage The storage; throws where the browser denies it. */
export function visitMemory(endpoint: string, storage: () => Storage): VisitMemory {
  const key = `footnote-chat ${endpoint}`;
  return {
    turns() {
      try {
        return turnsOf(JSON.parse(storage().getItem(key) ?? '[]'));
      } catch {
        return [];
      }
    },
    keep(turns) {
      const responses = turns.flatMap(({ response }) => response ?? []).slice(-MOST_KEPT);
      try {
        if (responses.length === 0) storage().removeItem(key);
        else storage().setItem(key, JSON.stringify(responses));
      } catch {
        // A storage that is denied or full keeps nothing, and nothing else is lost.
      }
    },
  };
}

function turnsOf(kept: unknown): readonly Turn[] {
  const responses = Array.isArray(kept) ? kept.filter(isResponse) : [];
  return responses.reduce<readonly Turn[]>((turns, response, index) => {
    const id = index + 1;
    const asked = turnsAfter(turns, { type: 'asked', id, question: response.question });
    return turnsAfter(asked, { type: 'told', id, told: { event: 'answer', data: response } });
  }, []);
}

function isResponse(value: unknown): value is AskResponse {
  const { id, question, status, citations } = (value ?? {}) as Partial<AskResponse>;
  return (
    typeof id === 'string' &&
    typeof question === 'string' &&
    (status === 'answered' || status === 'abstained') &&
    Array.isArray(citations)
  );
}
