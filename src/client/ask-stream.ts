import type { AskRequest } from '../contract/ask.js';
import type { AskStreamEvent } from '../contract/ask-stream-event.js';
import { type ClientOptions, callService } from './call-service.js';
import { ProblemError } from './problem-error.js';
import { readServerSentEvents } from './read-server-sent-events.js';
import { UnexpectedResponseError } from './unexpected-response-error.js';

/** What a stream tells of an answer; its last event is `answer`, with all of it. */
export type AnswerEvent = Exclude<AskStreamEvent, { event: 'error' }>;

/**
 * The events of an answer as it is made. Leaving the loop, or aborting the signal, cancels the work.
 * @throws ProblemError where the service says no, at the start or in the middle; UnexpectedResponseError where the stream ends without an answer
 */
export async function* askStream(
  options: ClientOptions,
  request: AskRequest,
  signal: AbortSignal | undefined,
): AsyncGenerator<AnswerEvent, void, undefined> {
  const response = await callService(options, {
    path: '/v1/ask',
    body: request,
    accept: 'text/event-stream',
    signal,
  });
  if (response.body !== null)
    for await (const { event, data } of readServerSentEvents(response.body)) {
      const told = { event, data: JSON.parse(data) } as AskStreamEvent;
      if (told.event === 'error') throw new ProblemError(told.data);
      yield told;
      if (told.event === 'answer') return;
    }
  throw new UnexpectedResponseError('The stream ended before the answer came.', response);
}
