import { createRoute, z } from '@hono/zod-openapi';
import type { App } from '../app.js';
import { openAiErrorResponse } from '../openai/error-response.js';
import { MODEL, ModelListSchema, ModelSchema, modelNotFound } from '../openai/model.js';
import { openAiResponses } from '../openai/responses.js';

const listRoute = createRoute({
  method: 'get',
  path: '/v1/models',
  operationId: 'listModels',
  summary: 'List the one model an OpenAI client may name',
  responses: {
    200: {
      description: 'The list.',
      content: { 'application/json': { schema: ModelListSchema } },
    },
  },
});

const readRoute = createRoute({
  method: 'get',
  path: '/v1/models/{model}',
  operationId: 'retrieveModel',
  summary: 'Read the one model an OpenAI client may name',
  request: { params: z.object({ model: z.literal(MODEL.id) }) },
  responses: {
    200: { description: 'The model.', content: { 'application/json': { schema: ModelSchema } } },
    ...openAiResponses.notFound,
  },
});

export function registerModels(app: App): void {
  app.openapi(listRoute, (c) => c.json({ object: 'list' as const, data: [MODEL] }, 200));
  app.openAPIRegistry.registerPath(readRoute);
  app.get('/v1/models/:model', (c) => {
    const model = c.req.param('model');
    return model === MODEL.id ? c.json(MODEL) : openAiErrorResponse(c, 404, modelNotFound(model));
  });
}
