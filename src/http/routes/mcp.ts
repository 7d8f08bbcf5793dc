import type { App, AppDependencies } from '../app.js';
import { describeProblem } from '../describe-problem.js';
import { problemParts } from '../handle-error.js';
import { jsonBody } from '../json-body.js';
import { checkOrigin } from '../security/check-origin.js';
import { locateFor } from '../service-address.js';
import { withEngine } from '../with-engine.js';

/**
 * The Model Context Protocol over Streamable HTTP, without sessions. What is wrong with the request itself is
 * a problem document, what is wrong with the message in it an error of the protocol.
 */
export function registerMcp(app: App, dependencies: AppDependencies): void {
  const { allowedOrigins, publicUrl } = dependencies.config;
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
    return response;
  });
}
