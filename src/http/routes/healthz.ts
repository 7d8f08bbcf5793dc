import { createRoute, z } from '@hono/zod-openapi';
import type { App } from '../app.js';

const HealthSchema = z.object({ status: z.literal('ok') }).meta({ id: 'Health' });

const route = createRoute({
  method: 'get',
  path: '/healthz',
  operationId: 'health',
  summary: 'Whether the process lives',
  responses: {
    200: {
      description: 'It lives.',
      content: { 'application/json': { schema: HealthSchema } },
    },
  },
});

export function registerHealth(app: App): void {
  app.openapi(route, (c) =>
    c.json({ status: 'ok' as const }, 200, { 'Cache-Control': 'no-store' }),
  );
}
