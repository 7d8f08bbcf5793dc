import type { App } from '../app.js';

const INFO = {
  title: 'Footnote',
  version: '1',
  description: 'Answers questions from documents, each sentence with a verified quote.',
};

/** Serves the description of every route that was registered. */
export function registerOpenApi(app: App): void {
  let description: object | undefined;
  app.get('/openapi.json', (c) => {
    description ??= app.getOpenAPI31Document({
      openapi: '3.1.0',
      info: INFO,
      servers: [{ url: '/' }],
    });
    return c.json(description, 200, { 'Cache-Control': 'no-cache' });
  });
}
