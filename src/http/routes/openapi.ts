import type { App } from '../app.js';
import type { Description } from '../openapi/describe-service.js';

/** The description of every route, for programs. */
export function registerOpenApi(app: App, describe: () => Description): void {
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/openapi.json',
    operationId: 'openapi',
    summary: 'This description, as OpenAPI 3.1',
    responses: {
      200: {
        description: 'The description.',
        content: { 'application/json': { schema: { type: 'object' } } },
      },
    },
  });
  app.get('/openapi.json', (c) => c.json(describe(), 200, { 'Cache-Control': 'no-cache' }));
}
