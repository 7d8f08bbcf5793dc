import { OpenAPIHono } from '@hono/zod-openapi';
import { contextStorage } from 'hono/context-storage';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { requestId } from 'hono/request-id';
import { accessLog } from './access-log.js';
import type { App, AppDependencies } from './app.js';
import { serveEngine } from './engine/serve-engine.js';
import { createWorkQueue } from './engine/work-queue.js';
import { entityTag } from './entity-tag.js';
import { handleError } from './handle-error.js';
import { answerInvalidRequest } from './invalid-request.js';
import { countRequests } from './metrics/count-requests.js';
import { describeService } from './openapi/describe-service.js';
import { problemResponse } from './problem-response.js';
import { registerAdminDocuments } from './routes/admin-documents.js';
import { registerAsk } from './routes/ask.js';
import { registerAssets } from './routes/assets.js';
import { registerChatCompletions } from './routes/chat-completions.js';
import { registerDocs } from './routes/docs.js';
import { registerDocumentPage } from './routes/document-page.js';
import { registerFeedback } from './routes/feedback.js';
import { registerHealth } from './routes/healthz.js';
import { registerHomePage } from './routes/home-page.js';
import { registerListDocuments } from './routes/list-documents.js';
import { registerMcp } from './routes/mcp.js';
import { registerMetrics } from './routes/metrics.js';
import { registerModels } from './routes/models.js';
import { registerOpenApi } from './routes/openapi.js';
import { registerReadDocument } from './routes/read-document.js';
import { registerReadiness } from './routes/readyz.js';
import { registerSearch } from './routes/search.js';
import { registerWidget } from './routes/widget.js';
import { protect } from './security/protect.js';

/** The whole HTTP service; it listens nowhere, `app.fetch` answers requests. */
export function createApp(given: AppDependencies): App {
  const { questionsAtOnce, questionsWaiting, askTimeoutMs, logQuestions } = given.config;
  const queue = createWorkQueue({
    atOnce: questionsAtOnce,
    waiting: questionsWaiting,
    waitMs: askTimeoutMs / 2,
  });
  const dependencies = { ...given, engine: serveEngine(given, queue) };
  given.metrics.watch({ status: () => given.engine()?.status(), queue });
  const app: App = new OpenAPIHono({ defaultHook: answerInvalidRequest });
  app.onError(handleError(dependencies.log));
  app.notFound((c) =>
    problemResponse(c, {
      code: 'not_found',
      detail: `There is no route ${c.req.method} ${c.req.path}. GET /openapi.json lists the routes.`,
    }),
  );
  app.use(requestId());
  app.use(accessLog(dependencies.log));
  app.use(countRequests(dependencies.metrics));
  if (logQuestions) app.use(contextStorage());
  protect(app, dependencies);
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: async (c, methods) => {
        const headers = { Allow: [...methods, 'OPTIONS'].join(', ') };
        if (c.req.method === 'OPTIONS') {
          c.res.headers.delete('Content-Type');
          return c.body(null, 204, headers);
        }
        const detail = `${c.req.path} takes ${methods.join(', ')}, not ${c.req.method}.`;
        return problemResponse(c, { code: 'method_not_allowed', detail, headers });
      },
    }),
  );
  for (const path of ['/v1/documents/*', '/documents/*', '/assets/*', '/openapi.json', '/docs'])
    app.use(path, entityTag());

  registerAsk(app, dependencies);
  registerSearch(app, dependencies);
  registerListDocuments(app, dependencies);
  registerReadDocument(app, dependencies);
  registerDocumentPage(app, dependencies);
  registerChatCompletions(app, dependencies);
  registerModels(app);
  registerMcp(app, dependencies);
  registerHomePage(app, dependencies);
  registerFeedback(app, dependencies);
  registerAdminDocuments(app, dependencies);
  registerHealth(app);
  registerReadiness(app, dependencies);
  registerMetrics(app, dependencies);
  registerAssets(app);
  registerWidget(app);
  const describe = describeService(app);
  registerOpenApi(app, describe);
  registerDocs(app, describe);
  return app;
}
