import { createRoute } from '@hono/zod-openapi';
import { FeedbackReceiptSchema, FeedbackRequestSchema } from '../../contract/feedback.js';
import { FootnoteError } from '../../errors.js';
import type { App, AppDependencies } from '../app.js';
import { jsonBody } from '../json-body.js';
import { problemResponses } from './problem-responses.js';

const route = createRoute({
  method: 'post',
  path: '/v1/feedback',
  operationId: 'feedback',
  summary: 'Say whether an answer, or an abstention, was right',
  description:
    'The verdict is kept with the question and what was answered, for people to review. The last verdict on an answer counts.',
  middleware: jsonBody,
  request: {
    body: {
      required: true,
      content: {
        'application/json': {
          schema: FeedbackRequestSchema,
          example: { answerId: 'f1f46670-6f40-4a0d-ad2b-f774099d7847', verdict: 'up' },
        },
      },
    },
  },
  responses: {
    201: {
      description: 'The verdict is on disk.',
      content: { 'application/json': { schema: FeedbackReceiptSchema } },
    },
    ...problemResponses.body,
    404: {
      ...problemResponses.notFound[404],
      description: 'No recent answer has that id, or feedback is switched off.',
    },
    ...problemResponses.engine,
  },
});

export function registerFeedback(app: App, { feedback }: AppDependencies): void {
  app.openapi(route, async (c) => {
    if (feedback === null)
      throw new FootnoteError('not_found', 'Feedback is switched off here (FEEDBACK_DIR).');
    const request = c.req.valid('json');
    const receipt = await feedback.keep(request);
    if (receipt === undefined)
      throw new FootnoteError(
        'not_found',
        'No recent answer has this id. Send the `id` of an answer this process gave; it knows about the last thousand.',
      );
    return c.json(receipt, 201, { 'Cache-Control': 'no-store' });
  });
}
