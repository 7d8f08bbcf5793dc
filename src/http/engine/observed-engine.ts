import type { AskRequest, AskResponse } from '../../contract/ask.js';
import type { Engine } from '../../contract/engine.js';

/** Told of every answer and abstention before its client has it. It must not throw. */
export type AnswerObserver = (request: AskRequest, response: AskResponse) => void;

/** The engine with somebody who sees its answers, on whatever surface they were asked for. */
export function observedEngine(engine: Engine, observers: readonly AnswerObserver[]): Engine {
  return {
    ...engine,
    async ask(request, options) {
      const response = await engine.ask(request, options);
      for (const observe of observers) observe(request, response);
      return response;
    },
  };
}
