import { createRoute, z } from '@hono/zod-openapi';
import type { App, AppDependencies } from '../app.js';

const route = createRoute({
  method: 'get',
  path: '/metrics',
  operationId: 'metrics',
  summary: 'Figures for Prometheus',
  description: 'Needs a key with the scope `admin` where keys are set.',
  responses: {
    200: {
      description: 'The text format of Prometheus.',
      content: { 'text/plain': { schema: z.string() } },
    },
  },
});

export function registerMetrics(app: App, { metrics }: AppDependencies): void {
  app.openapi(route, async (c) => {
    const headers = { 'Content-Type': metrics.contentType, 'Cache-Control': 'no-store' };
    return c.body(await metrics.text(), 200, headers) as never;
  });
}
