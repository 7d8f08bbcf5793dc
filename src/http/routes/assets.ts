import type { App } from '../app.js';
import { ICON, STYLE } from '../pages/style.js';

/** The stylesheet and the icon of the pages. */
export function registerAssets(app: App): void {
  app.get('/assets/style.css', (c) =>
    c.body(STYLE, 200, {
      'Content-Type': 'text/css; charset=UTF-8',
      'Cache-Control': 'public, no-cache',
    }),
  );
  app.get('/assets/icon.svg', (c) =>
    c.body(ICON, 200, { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'public, no-cache' }),
  );
}
