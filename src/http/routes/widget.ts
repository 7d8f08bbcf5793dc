import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { z } from '@hono/zod-openapi';
import { createMiddleware } from 'hono/factory';
import { FootnoteError } from '../../errors.js';
import type { App } from '../app.js';
import { entityTag } from '../entity-tag.js';

/** Beside the built program, or where the build puts it seen from the source. */
const PLACES = ['../widget/widget.js', '../../../dist/widget/widget.js'];

const HEADERS = {
  'Content-Type': 'text/javascript; charset=UTF-8',
  'Cache-Control': 'public, max-age=600, stale-while-revalidate=86400',
  Vary: 'Accept-Encoding',
};

/** `/widget.js`: the script that defines `<footnote-chat>`. */
export function registerWidget(app: App): void {
  let script: { plain: Uint8Array<ArrayBuffer>; gzip: Uint8Array<ArrayBuffer> } | undefined;
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/widget.js',
    operationId: 'widget',
    summary: 'The script that defines the element `<footnote-chat>`',
    responses: {
      200: {
        description: 'An ES module.',
        content: { 'text/javascript': { schema: z.string() } },
      },
    },
  });
  app.use('/widget.js', openToEveryPage, entityTag());
  app.get('/widget.js', (c) => {
    script ??= readScript();
    const zipped = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/i.test(
      c.req.header('accept-encoding') ?? '',
    );
    return c.body(zipped ? script.gzip : script.plain, 200, {
      ...HEADERS,
      ...(zipped ? { 'Content-Encoding': 'gzip' } : {}),
    });
  });
}

/**
 * Pages of any origin load the script and hold nothing of ours by it; what they may ask is for ALLOWED_ORIGINS to say. It is
 * said last, so that neither a caller's own origin nor "unchanged" takes its place in a cache that many share.
 */
const openToEveryPage = createMiddleware(async (c, next) => {
  await next();
  c.res.headers.set('Access-Control-Allow-Origin', '*');
  c.res.headers.set('Cross-Origin-Resource-Policy', 'cross-origin');
});

function readScript() {
  const path = PLACES.map((place) => fileURLToPath(new URL(place, import.meta.url))).find(
    existsSync,
  );
  if (path === undefined)
    throw new FootnoteError('internal', 'dist/widget/widget.js is not there: run `npm run build`.');
  const plain = new Uint8Array(readFileSync(path));
  return { plain, gzip: new Uint8Array(gzipSync(plain, { level: 9 })) };
}
