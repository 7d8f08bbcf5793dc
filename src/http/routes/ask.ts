import { createRoute } from '@hono/zod-openapi';
import { AskRequestSchema, AskResponseSchema } from '../../contract/ask.js';
import type { App, AppDependencies } from '../app.js';
import { jsonBody } from '../json-body.js';
import { withEngine } from '../with-engine.js';
import { problemResponses } from './problem-responses.js';

const route = createRoute({
  method: 'post',
  path: '/v1/ask',
  operationId: 'ask',
  summary: 'Answer a question with verified quotes, or say why not',
  middleware: jsonBody,
  request: {
    body: { required: true, content: { 'application/json': { schema: AskRequestSchema } } },
  },
  responses: {
    200: {
      description: 'The answer; an abstention is an answer too.',
      content: { 'application/json': { schema: AskResponseSchema } },
    },
    ...problemResponses.body,
    ...problemResponses.engine,
  },
});

export function registerAsk(app: App, dependencies: AppDependencies): void {
  app.openapi(route, async (c) => {
    const request = c.req.valid('json');
    const response = await withEngine(c, dependencies, (engine, signal) =>
      engine.ask(request, { signal }),
    );
    return c.json(response, 200, { 'Cache-Control': 'no-store' });
  });
}
