import type { AskResponse } from '../../src/contract/ask.js';
import type { StructuredDocument } from '../../src/contract/engine.js';
import { createFakeEngine } from '../http/fake-engine.js';
import { STATUS } from '../http/samples.js';
import { CHANNEL, DOCUMENTS, NOT_THERE, SHIPS } from './harbour.js';

/** Lets what waits go on, one step at a time. */
export interface Steps {
  /** Resolves when it is let on; rejects when the one who asked goes away. */
  wait(signal: AbortSignal | undefined): Promise<void>;
  /** Lets on the next step, whether it waits already or comes later. */
  next(): void;
}

export function createSteps(): Steps {
  const waiting: (() => void)[] = [];
  let allowed = 0;
  return {
    wait: (signal) =>
      new Promise((resolve, reject) => {
        if (allowed > 0) {
          allowed -= 1;
          resolve();
          return;
        }
        waiting.push(resolve);
        signal?.addEventListener('abort', () => {
          if (waiting.includes(resolve)) waiting.splice(waiting.indexOf(resolve), 1);
          reject(signal.reason);
        });
      }),
    next() {
      const first = waiting.shift();
      if (first === undefined) allowed += 1;
      else first();
    },
  };
}

interface Script {
  /** Told for the question each names; any other is answered as the last one is. */
  readonly answers?: readonly AskResponse[];
  readonly documents?: readonly StructuredDocument[];
  /** Passed before the search is done, before each sentence and before the end. */
  readonly steps?: Steps;
}

/** An engine that answers given questions, sentence by sentence as the real one does. */
export function scriptedEngine(script: Script = {}) {
  const { answers = [SHIPS, CHANNEL, NOT_THERE], documents = DOCUMENTS, steps } = script;
  return createFakeEngine({
    async ask({ question }, { onEvent, signal } = {}) {
      const response = answers.find((one) => one.question === question) ?? answers.at(-1);
      if (response === undefined) throw new Error('the engine was given no answer');
      await steps?.wait(signal);
      onEvent?.({ type: 'retrieved', passages: 16 });
      for (const sentence of response.answer?.sentences ?? []) {
        await steps?.wait(signal);
        const citations = response.citations.filter(({ number }) =>
          sentence.citations.includes(number),
        );
        onEvent?.({ type: 'sentence', sentence, citations });
      }
      await steps?.wait(signal);
      return { ...response, question };
    },
    documents: async () => ({ documents: [...documents] }),
    document: async (id) => documents.find((one) => one.id === id),
    status: () => STATUS,
  });
}
