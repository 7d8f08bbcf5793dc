import type { FootnoteClient } from '../client/footnote-client.js';
import {
  type ChatEvent,
  historyBefore,
  isUnderWay,
  type Turn,
  turnsAfter,
} from './conversation.js';
import { failureOf, type Surroundings } from './failure.js';

export interface SessionOptions {
  /** Made for each call, since the element's endpoint may change. */
  client(): FootnoteClient;
  readonly surroundings: Surroundings;
  /** Turns of an earlier page of this visit. */
  readonly turns?: readonly Turn[];
  /** Told after each event, with the turns as they are then. */
  onChange(turns: readonly Turn[], event: ChatEvent): void;
}

/** A conversation with the service, without anything that is seen of it. */
export interface Session {
  turns(): readonly Turn[];
  /** Resolves once the question is answered, stopped or has failed; does nothing for a blank one or while another is under way. */
  ask(question: string): Promise<void>;
  stop(): void;
  /** Asks the question of a turn again, in its place. */
  retry(id: number): Promise<void>;
  clear(): void;
  judge(id: number, verdict: 'up' | 'down', note?: string): Promise<void>;
}

export function createSession(options: SessionOptions): Session {
  const { client, surroundings, onChange } = options;
  let turns = options.turns ?? [];
  let lastId = Math.max(0, ...turns.map(({ id }) => id));
  let stopping: AbortController | undefined;

  function happen(event: ChatEvent): void {
    turns = turnsAfter(turns, event);
    onChange(turns, event);
  }

  async function answer(id: number, question: string): Promise<void> {
    const mine = new AbortController();
    stopping = mine;
    const request = { question, history: historyBefore(turns, id) };
    happen({ type: 'asked', id, question });
    try {
      for await (const told of client().askStream(request, { signal: mine.signal })) {
        if (mine.signal.aborted) return;
        happen({ type: 'told', id, told });
      }
    } catch (error) {
      if (mine.signal.aborted) return;
      const failure = await failureOf(error, surroundings);
      if (!mine.signal.aborted) happen({ type: 'failed', id, failure });
    }
  }

  return {
    turns: () => turns,
    async ask(question) {
      if (question.trim() === '' || turns.some(isUnderWay)) return;
      lastId += 1;
      await answer(lastId, question.trim());
    },
    stop() {
      const turn = turns.find(isUnderWay);
      stopping?.abort();
      if (turn !== undefined) happen({ type: 'stopped', id: turn.id });
    },
    async retry(id) {
      const turn = turns.find((one) => one.id === id);
      if (turn !== undefined && !turns.some(isUnderWay)) await answer(id, turn.question);
    },
    clear() {
      stopping?.abort();
      happen({ type: 'cleared' });
    },
    async judge(id, verdict, note) {
      const answerId = turns.find((one) => one.id === id)?.response?.id;
      if (answerId === undefined) return;
      const noted = note !== undefined && note.trim() !== '';
      const tell = (state: 'sending' | 'kept' | 'failed') =>
        happen({ type: 'judged', id, judgement: { verdict, state, noted } });
      tell('sending');
      try {
        await client().feedback({ answerId, verdict, ...(noted ? { note: note.trim() } : {}) });
        tell('kept');
      } catch {
        tell('failed');
      }
    },
  };
}
