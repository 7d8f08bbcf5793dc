import type { Context } from 'hono';
import type { StructuredDocument } from '../../contract/engine.js';
import { FootnoteError } from '../../errors.js';
import type { AppDependencies } from '../app.js';
import { withEngine } from '../with-engine.js';

/** @throws FootnoteError `not_found` */
export async function findDocument(
  c: Context,
  dependencies: AppDependencies,
  id: string,
): Promise<StructuredDocument> {
  const document = await withEngine(c, dependencies, (engine) => engine.document(id));
  if (document !== undefined) return document;
  const shown = id.slice(0, 200);
  throw new FootnoteError(
    'not_found',
    `There is no document "${shown}". GET /v1/documents lists those that are there.`,
  );
}
