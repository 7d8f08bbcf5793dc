import type { App, AppDependencies } from '../app.js';
import { describeProblem } from '../describe-problem.js';
import { problemParts } from '../handle-error.js';
import { jsonBody } from '../json-body.js';
import { checkOrigin } from '../security/check-origin.js';
import { locateFor } from '../service-address.js';
import { withEngine } from '../with-engine.js';
import { problemResponses } from './problem-responses.js';

const content = { 'application/json': { schema: { type: 'object' } } } as const;

const route = {
  method: 'post',
  path: '/mcp',
  operationId: 'mcp',
  summary: 'Ask, search and read documents with the Model Context Protocol',
  description:
    'Streamable HTTP without sessions: a JSON-RPC message of the protocol goes in, its answer comes out. The tools describe themselves in answer to `tools/list`.',
  request: { body: { required: true, content } },
  responses: {
    200: { description: 'The answer to a request, as JSON-RPC.', content },
    202: { description: 'A notification was taken note of.' },
    ...problemResponses.body,
    ...problemResponses.engine,
  },
} as const;

/**
 * The Model Context Protocol over Streamable HTTP, without sessions. What is wrong with the request itself is
 * a problem document, what is wrong with the message in it an error of the protocol.
 */
export function registerMcp(app: App, dependencies: AppDependencies): void {
  const { allowedOrigins, publicUrl } = dependencies.config;
  app.openAPIRegistry.registerPath(route);
  app.post('/mcp', checkOrigin(allowedOrigins), jsonBody, async (c) => {
    // Loaded with the first request: the protocol's library takes longer to load than all the rest.
    const { answerOverHttp } = await import('../../mcp/answer-over-http.js');
    const response = await answerOverHttp(c.req.raw, await c.req.json(), {
      withEngine: (work, stop) =>
        withEngine(c, dependencies, (engine, signal) =>
          work(engine, AbortSignal.any([signal, stop])),
        ),
      describe: (error) =>
        describeProblem(problemParts(error, c.get('requestId'), dependencies.log)),
      locate: locateFor(c, publicUrl),
    });
    response.headers.set('Cache-Control', 'no-store');
    // Made anew by the context, which adds what every response carries.
    return c.newResponse(response.body, response);
  });
}
