import { createRoute } from '@hono/zod-openapi';
import { AskRequestSchema, AskResponseSchema } from '../../contract/ask.js';
import { AskStreamEventSchema } from '../../contract/ask-stream-event.js';
import type { App, AppDependencies } from '../app.js';
import { prefersEventStream } from '../events/prefers-event-stream.js';
import { streamAnswer } from '../events/stream-answer.js';
import { jsonBody } from '../json-body.js';
import { withEngine } from '../with-engine.js';
import { problemResponses } from './problem-responses.js';

const route = createRoute({
  method: 'post',
  path: '/v1/ask',
  operationId: 'ask',
  summary: 'Answer a question with verified quotes, or say why not',
  description:
    'With `Accept: text/event-stream` the answer comes as server-sent events while it is made: `retrieved`, then each `sentence` once its quotes are verified, then `answer` with the whole answer. What fails before the first event is answered as a problem document; what fails later is sent as an `error` event that holds one. Lines that begin with a colon keep the connection open. Closing it cancels the work.',
  middleware: jsonBody,
  request: {
    body: {
      required: true,
      content: {
        'application/json': {
          schema: AskRequestSchema,
          example: { question: 'What is this about?', maxSentences: 2 },
        },
      },
    },
  },
  responses: {
    200: {
      description: 'The answer; an abstention is an answer too.',
      content: {
        'application/json': { schema: AskResponseSchema },
        'text/event-stream': { schema: AskStreamEventSchema },
      },
    },
    ...problemResponses.body,
    ...problemResponses.engine,
  },
});

export function registerAsk(app: App, dependencies: AppDependencies): void {
  app.openapi(route, async (c) => {
    const request = c.req.valid('json');
    c.header('Vary', 'Accept', { append: true });
    if (prefersEventStream(c.req.header('accept'))) return streamAnswer(c, dependencies, request);
    const response = await withEngine(c, dependencies, (engine, signal) =>
      engine.ask(request, { signal }),
    );
    return c.json(response, 200, { 'Cache-Control': 'no-store' });
  });
}
