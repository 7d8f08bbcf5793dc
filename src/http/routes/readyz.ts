import { createRoute, z } from '@hono/zod-openapi';
import { DiagnosticsSchema } from '../../contract/diagnostics.js';
import { ProblemSchema } from '../../contract/problem.js';
import type { App, AppDependencies } from '../app.js';
import { readyEngine } from '../with-engine.js';

const count = z.int().min(0);

const ReadinessSchema = z
  .object({
    status: z.literal('ready'),
    index: z.object({
      fingerprint: z.string(),
      counts: z.object({ documents: count, passages: count, sentences: count }),
      since: z.iso
        .datetime()
        .optional()
        .describe('From when this index answers: the start, or the last switch to another.'),
    }),
    embeddingModel: z.string(),
    reader: z.string(),
    chat: z
      .object({
        state: z
          .enum(['off', 'untried', 'answering', 'failing', 'paused'])
          .describe(
            '`off` where none is configured; `failing` where the last request failed; `paused` where several did and it is left alone for a while. Questions are answered all the same.',
          ),
        model: z.string().optional(),
        server: z.string().optional().describe('Scheme, host and port.'),
        lastFailure: DiagnosticsSchema.shape.fallback.optional(),
      })
      .describe('The chat model that words answers.'),
  })
  .meta({ id: 'Readiness' });

const route = createRoute({
  method: 'get',
  path: '/readyz',
  operationId: 'readiness',
  summary: 'Whether questions are answered, and from what',
  responses: {
    200: {
      description: 'Questions are answered.',
      content: { 'application/json': { schema: ReadinessSchema } },
    },
    503: {
      description: 'The index is still being opened or built.',
      content: { 'application/problem+json': { schema: ProblemSchema } },
    },
  },
});

export function registerReadiness(app: App, dependencies: AppDependencies): void {
  app.openapi(route, (c) => {
    const status = readyEngine(dependencies).status();
    const chat = status.chat ?? { state: 'off' as const };
    return c.json({ status: 'ready' as const, ...status, chat }, 200, {
      'Cache-Control': 'no-store',
    });
  });
}
