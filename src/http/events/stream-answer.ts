import type { Context } from 'hono';
import type { AskRequest } from '../../contract/ask.js';
import type { AskStreamEvent } from '../../contract/ask-stream-event.js';
import type { AppDependencies } from '../app.js';
import { describeProblem } from '../describe-problem.js';
import { problemParts } from '../handle-error.js';
import { withEngine } from '../with-engine.js';
import { EVENT_STREAM_HEADERS, eventStream, type ServerSentEvent } from './event-stream.js';

/**
 * Answers with events as the answer is made; the last is the whole answer or a problem. The work ends
 * when the client goes away.
 * @throws what fails before the first event, to be answered like every other request
 */
export async function streamAnswer(
  c: Context,
  dependencies: AppDependencies,
  request: AskRequest,
): Promise<Response> {
  const stream = await eventStream({
    work: (send, left) =>
      withEngine(c, dependencies, async (engine, signal) => {
        const response = await engine.ask(request, {
          signal: AbortSignal.any([signal, left]),
          onEvent: (event) => send(line({ event: event.type, data: event } as AskStreamEvent)),
        });
        send(line({ event: 'answer', data: response }));
      }),
    describeError: (error) => {
      const parts = problemParts(error, c.get('requestId'), dependencies.log);
      return line({ event: 'error', data: describeProblem(parts) });
    },
  });
  return c.body(stream, 200, EVENT_STREAM_HEADERS);
}

function line({ event, data }: AskStreamEvent): ServerSentEvent {
  return { event, data: JSON.stringify(data) };
}
