import type { RequestListener, ServerResponse } from 'node:http';
import { FACTS, type Fact } from './facts.js';
import { bodyOf, send } from './liar-service.js';

/** What an OpenAI-compatible service writes to a question it knows the truth of, undefined where there is none. */
export type Writer = (truth: Fact | undefined, place: number) => string;

/** A service of OpenAI's chat completions that writes whatever it is told to. */
export function liarChat(
  write: Writer,
  instead: (place: number, response: ServerResponse) => boolean = () => false,
): RequestListener {
  let place = -1;
  return (request, response) => {
    void bodyOf(request).then((body) => {
      if (request.url === '/v1/models') return send(response, { data: [{ id: 'liar' }] });
      place++;
      if (instead(place, response)) return undefined;
      const { messages } = JSON.parse(body) as { messages: { content: string }[] };
      const truth = FACTS.find((fact) => fact.question === messages.at(-1)?.content);
      const content = write(truth, place);
      return send(response, { choices: [{ message: { role: 'assistant', content } }] });
    });
  };
}

/** As a good service writes: a sentence, its quote, its source. */
export const honestWriter: Writer = (truth) =>
  truth === undefined
    ? "I'm sorry, but the documents do not say anything about that."
    : `It is ${truth.answer}: "${truth.quote}" [1]\n\nSources:\n[1] The ${truth.documentId} of Ost`;
