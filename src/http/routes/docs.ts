import type { App } from '../app.js';
import type { Description } from '../openapi/describe-service.js';
import { pageResponse } from '../openapi/page-response.js';
import { referencePage } from '../pages/reference/reference-page.js';

/** `/docs`: the description of every route, for people; a page without script that loads nothing from elsewhere. */
export function registerDocs(app: App, describe: () => Description): void {
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/docs',
    operationId: 'reference',
    summary: 'This description, as a page',
    responses: pageResponse('The reference page.'),
  });
  app.get('/docs', (c) => {
    c.header('Cache-Control', 'no-cache');
    return c.html(referencePage(describe(), new URL(c.req.url).origin));
  });
}
