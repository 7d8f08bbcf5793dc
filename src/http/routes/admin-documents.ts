import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import {
  type DocumentAdmin,
  DocumentReceiptSchema,
  type DocumentUpload,
  DocumentUploadSchema,
  MarkdownUploadSchema,
} from '../../contract/document-admin.js';
import { FootnoteError } from '../../errors.js';
import type { App, AppDependencies } from '../app.js';
import { answerInvalidRequest } from '../invalid-request.js';
import { jsonBodyUpTo, readTextBody } from '../json-body.js';
import { problemResponses } from './problem-responses.js';

const MAX_BODY_BYTES = 16 * 1024 * 1024;
const MARKDOWN = /^text\/(?:markdown|x-markdown)\b/i;

const content = { 'application/json': { schema: DocumentReceiptSchema } };
const conflict = {
  ...problemResponses.notFound[404],
  description: 'The id is taken by a file of another kind, or no document came of it.',
};

const isMarkdown = (c: Context) => MARKDOWN.test(c.req.header('content-type') ?? '');
const readJson = jsonBodyUpTo(MAX_BODY_BYTES);

const putRoute = createRoute({
  method: 'post',
  path: '/v1/admin/documents',
  operationId: 'putDocument',
  summary: 'Add a document, or replace one',
  description:
    'Answers once questions are answered from it. Send JSON, or Markdown (`Content-Type: text/markdown`) with `?id=`. Needs a key with the scope `admin`; refused where no keys are set.',
  middleware: createMiddleware((c, next) => (isMarkdown(c) ? next() : readJson(c, next))),
  request: {
    query: z.object({ id: z.string().optional().describe('The id of Markdown that is sent.') }),
    // Not "required", for then Markdown would be held against the schema of JSON; without a body, both are refused.
    body: {
      required: false,
      content: {
        'application/json': {
          schema: DocumentUploadSchema,
          example: { title: 'Opening hours', text: 'The harbour office opens at nine.' },
        },
        'text/markdown': { schema: z.string() },
      },
    },
  },
  responses: {
    200: { description: 'It is served.', content },
    ...problemResponses.body,
    413: { ...problemResponses.body[413], description: 'The body holds more than 16 MB.' },
    409: conflict,
    ...problemResponses.engine,
  },
});

const removeRoute = createRoute({
  method: 'delete',
  path: '/v1/admin/documents/{id}',
  operationId: 'removeDocument',
  summary: 'Remove a document',
  description:
    'Answers once no question is answered from it any more. Needs a key with the scope `admin`; refused where no keys are set.',
  request: {
    params: z.object({
      id: z.string().describe('An id may hold `/`; it may be sent as it is or as `%2F`.'),
    }),
  },
  responses: {
    200: { description: 'It is gone.', content },
    ...problemResponses.notFound,
    409: { ...conflict, description: 'Its file holds other documents too.' },
    ...problemResponses.engine,
  },
});

/** The documented path of removal takes one part, as OpenAPI knows no other; the one that is served takes the slashes of an id too. */
export function registerAdminDocuments(app: App, dependencies: AppDependencies): void {
  app.openapi(putRoute, async (c) => {
    const admin = allowed(dependencies);
    if (!isMarkdown(c)) {
      // The validator takes what is not Markdown for JSON alone.
      const upload = c.req.valid('json') as DocumentUpload;
      return c.json(await admin.put(upload), 200, NOT_STORED);
    }
    const markdown = await readTextBody(c, MAX_BODY_BYTES);
    const upload = MarkdownUploadSchema.safeParse({ id: c.req.query('id'), markdown });
    if (!upload.success) return (await answerInvalidRequest(upload, c)) as Response as never;
    return c.json(await admin.put(upload.data), 200, NOT_STORED);
  });

  app.openAPIRegistry.registerPath(removeRoute);
  app.openapi({ ...removeRoute, hide: true, path: '/v1/admin/documents/{id}{.+}' }, async (c) => {
    const { id } = c.req.valid('param');
    const receipt = await allowed(dependencies).remove(id);
    if (receipt === undefined)
      throw new FootnoteError('not_found', `There is no document "${id.slice(0, 200)}".`);
    return c.json(receipt, 200, NOT_STORED);
  });
}

const NOT_STORED = { 'Cache-Control': 'no-store' };

/** Nobody may change documents of a service that asks nobody for a key. @throws FootnoteError `forbidden` or `not_ready` */
function allowed({ apiKeys, documentAdmin }: AppDependencies): DocumentAdmin {
  if (apiKeys.length === 0)
    throw new FootnoteError(
      'forbidden',
      'Documents can be changed over HTTP only where keys are set: make one with `footnote keys create NAME --scope admin` and name it in API_KEYS.',
    );
  const admin = documentAdmin?.();
  if (admin !== undefined) return admin;
  throw new FootnoteError('not_ready', 'The index is still being opened or built.');
}
