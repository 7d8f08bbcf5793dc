import { createRoute } from '@hono/zod-openapi';
import { SearchRequestSchema, SearchResponseSchema } from '../../contract/search.js';
import type { App, AppDependencies } from '../app.js';
import { jsonBody } from '../json-body.js';
import { withEngine } from '../with-engine.js';
import { problemResponses } from './problem-responses.js';

const route = createRoute({
  method: 'post',
  path: '/v1/search',
  operationId: 'search',
  summary: 'Find the passages nearest to a query, and where each retriever put them',
  middleware: jsonBody,
  request: {
    body: {
      required: true,
      content: {
        'application/json': {
          schema: SearchRequestSchema,
          example: { query: 'trade volume', limit: 3 },
        },
      },
    },
  },
  responses: {
    200: {
      description: 'Passages, best first.',
      content: { 'application/json': { schema: SearchResponseSchema } },
    },
    ...problemResponses.body,
    ...problemResponses.engine,
  },
});

export function registerSearch(app: App, dependencies: AppDependencies): void {
  app.openapi(route, async (c) => {
    const request = c.req.valid('json');
    const response = await withEngine(c, dependencies, (engine, signal) =>
      engine.search(request, { signal }),
    );
    return c.json(response, 200, { 'Cache-Control': 'no-store' });
  });
}
