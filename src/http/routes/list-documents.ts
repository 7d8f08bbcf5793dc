import { createRoute } from '@hono/zod-openapi';
import { DocumentListSchema } from '../../contract/document.js';
import type { App, AppDependencies } from '../app.js';
import { withEngine } from '../with-engine.js';
import { problemResponses } from './problem-responses.js';

const route = createRoute({
  method: 'get',
  path: '/v1/documents',
  operationId: 'listDocuments',
  summary: 'List the documents',
  responses: {
    200: {
      description: 'Every document, without its text.',
      content: { 'application/json': { schema: DocumentListSchema } },
    },
    ...problemResponses.engine,
  },
});

export function registerListDocuments(app: App, dependencies: AppDependencies): void {
  app.openapi(route, async (c) => {
    const documents = await withEngine(c, dependencies, (engine) => engine.documents());
    return c.json(documents, 200, { 'Cache-Control': 'no-cache' });
  });
}
