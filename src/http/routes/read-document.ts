import { createRoute, z } from '@hono/zod-openapi';
import { DocumentViewSchema } from '../../contract/document.js';
import type { App, AppDependencies } from '../app.js';
import { findDocument } from './find-document.js';
import { problemResponses } from './problem-responses.js';

const route = createRoute({
  method: 'get',
  path: '/v1/documents/{id}',
  operationId: 'readDocument',
  summary: 'Read a document',
  request: {
    params: z.object({
      id: z.string().describe('An id may hold `/`; it may be sent as it is or as `%2F`.'),
    }),
  },
  responses: {
    200: {
      description: 'The document with its canonical text, into which spans point.',
      content: { 'application/json': { schema: DocumentViewSchema } },
    },
    ...problemResponses.notFound,
    ...problemResponses.engine,
  },
});

/** The documented path takes one part, as OpenAPI knows no other; the one that is served takes the slashes of an id too. */
export function registerReadDocument(app: App, dependencies: AppDependencies): void {
  app.openAPIRegistry.registerPath(route);
  app.openapi({ ...route, hide: true, path: '/v1/documents/{id}{.+}' }, async (c) => {
    const { blocks: _, ...view } = await findDocument(c, dependencies, c.req.valid('param').id);
    return c.json(view, 200, { 'Cache-Control': 'no-cache' });
  });
}
