import { z } from '@hono/zod-openapi';
import { QuestionSchema } from '../../contract/ask.js';
import type { App, AppDependencies } from '../app.js';
import { answerInvalidRequest } from '../invalid-request.js';
import { pageResponse } from '../openapi/page-response.js';
import { answerPage } from '../pages/answer-page.js';
import { welcomePage } from '../pages/welcome-page.js';
import { scriptedPagePolicy } from '../security-headers.js';
import { serviceAddress } from '../service-address.js';
import { withEngine } from '../with-engine.js';
import { problemResponses } from './problem-responses.js';

const route = {
  method: 'get',
  path: '/',
  operationId: 'homePage',
  summary: 'Ask on a page, with or without scripts',
  request: { query: z.object({ question: QuestionSchema.optional() }) },
  responses: {
    ...pageResponse(
      'A chat, or a form where scripts do not run, and the documents; with a question, its answer.',
    ),
    400: problemResponses.body[400],
    ...problemResponses.engine,
  },
} as const;

/** `/` welcomes, with a chat; `/?question=` answers on the server, so that a browser without scripts can ask. */
export function registerHomePage(app: App, dependencies: AppDependencies): void {
  app.openAPIRegistry.registerPath(route);
  app.get('/', async (c) => {
    c.header('Cache-Control', 'no-store');
    const asked = c.req.query('question');
    if (asked === undefined) {
      const documents = await dependencies.engine()?.documents();
      c.header('Content-Security-Policy', scriptedPagePolicy);
      const address = serviceAddress(c, dependencies.config.publicUrl);
      return c.html(welcomePage({ documents: documents?.documents, address }));
    }
    const question = QuestionSchema.safeParse(asked);
    const refusal = answerInvalidRequest(question, c);
    if (!question.success) return refusal ?? c.notFound();
    const response = await withEngine(c, dependencies, (engine, signal) =>
      engine.ask({ question: question.data }, { signal }),
    );
    return c.html(answerPage(response));
  });
}
