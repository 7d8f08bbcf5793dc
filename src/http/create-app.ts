import { OpenAPIHono } from '@hono/zod-openapi';
import { etag } from 'hono/etag';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { requestId } from 'hono/request-id';
import { accessLog } from './access-log.js';
import type { App, AppDependencies } from './app.js';
import { crossOrigin } from './cross-origin.js';
import { handleError } from './handle-error.js';
import { answerInvalidRequest } from './invalid-request.js';
import { problemResponse } from './problem-response.js';
import { registerAsk } from './routes/ask.js';
import { registerAssets } from './routes/assets.js';
import { registerDocumentPage } from './routes/document-page.js';
import { registerHealth } from './routes/healthz.js';
import { registerHomePage } from './routes/home-page.js';
import { registerListDocuments } from './routes/list-documents.js';
import { registerOpenApi } from './routes/openapi.js';
import { registerReadDocument } from './routes/read-document.js';
import { registerReadiness } from './routes/readyz.js';
import { registerSearch } from './routes/search.js';
import { securityHeaders } from './security-headers.js';

/** The whole HTTP service; it listens nowhere, `app.fetch` answers requests. */
export function createApp(dependencies: AppDependencies): App {
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
  app.use(securityHeaders);
  app.use(crossOrigin(dependencies.config.allowedOrigins));
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
  for (const path of ['/v1/documents/*', '/documents/*', '/assets/*', '/openapi.json'])
    app.use(path, etag());

  registerAsk(app, dependencies);
  registerSearch(app, dependencies);
  registerListDocuments(app, dependencies);
  registerReadDocument(app, dependencies);
  registerDocumentPage(app, dependencies);
  registerHomePage(app, dependencies);
  registerHealth(app);
  registerReadiness(app, dependencies);
  registerAssets(app);
  registerOpenApi(app);
  return app;
}
