import { z } from '@hono/zod-openapi';
import type { App, AppDependencies } from '../app.js';
import { pageResponse } from '../openapi/page-response.js';
import { documentPage } from '../pages/document-page.js';
import { findLinkedQuote } from '../pages/linked-quote.js';
import { findDocument } from './find-document.js';
import { problemResponses } from './problem-responses.js';

const place = z.string().optional();

const route = {
  method: 'get',
  path: '/documents/{id}',
  operationId: 'documentPage',
  summary: 'Read a document as a page',
  description:
    'What the `href` of a citation opens: the quote is marked and `#quote` leads to it. Where the source has changed since, the page says so and marks the quote where it stands now.',
  request: {
    params: z.object({ id: z.string().describe('An id may hold `/`.') }),
    query: z.object({
      start: place.describe('Where the quote began in the canonical text.'),
      end: place.describe('Where it ended.'),
      version: place.describe('First twelve digits of the hash of the text it was taken from.'),
      digest: place.describe('What the quote is known by if the text has changed.'),
    }),
  },
  responses: {
    ...pageResponse('The page.'),
    ...problemResponses.notFound,
    ...problemResponses.engine,
  },
} as const;

/** `/documents/{id}`: what the `href` of a citation opens, the quote `?start=&end=` marked. */
export function registerDocumentPage(app: App, dependencies: AppDependencies): void {
  app.openAPIRegistry.registerPath(route);
  app.get('/documents/:id{.+}', async (c) => {
    const document = await findDocument(c, dependencies, c.req.param('id'));
    const quote = findLinkedQuote(document, {
      start: c.req.query('start'),
      end: c.req.query('end'),
      version: c.req.query('version'),
      digest: c.req.query('digest'),
    });
    c.header('Cache-Control', 'no-cache');
    return c.html(documentPage(document, quote));
  });
}
