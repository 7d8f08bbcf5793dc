import type { AskResponse } from '../../../src/contract/ask.js';
import type { Engine } from '../../../src/contract/engine.js';
import { createFakeEngine } from '../fake-engine.js';
import { STATUS } from '../samples.js';

/** An engine that tells of its answer as it makes it, as the real one does. */
export function engineThatAnswers(response: AskResponse) {
  const ask: Engine['ask'] = async (_request, options) => {
    options?.onEvent?.({ type: 'retrieved', passages: 1 });
    const { answer, citations } = response;
    for (const sentence of answer?.sentences ?? [])
      options?.onEvent?.({ type: 'sentence', sentence, citations });
    return response;
  };
  return createFakeEngine({ ask, status: () => STATUS });
}

export const QUESTION = 'How large was trade in 2024?';

/** A body that is answered, with what a test changes of it. */
export function chatBody(changes: Readonly<Record<string, unknown>> = {}) {
  return { model: 'footnote', messages: [{ role: 'user', content: QUESTION }], ...changes };
}
