import type { App, AppDependencies } from '../app.js';
import { documentPage } from '../pages/document-page.js';
import { findLinkedQuote } from '../pages/linked-quote.js';
import { findDocument } from './find-document.js';

/** `/documents/{id}`: what the `href` of a citation opens, the quote `?start=&end=` marked. */
export function registerDocumentPage(app: App, dependencies: AppDependencies): void {
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
