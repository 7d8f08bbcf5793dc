import { z } from 'zod';
import { type DocumentView, DocumentViewSchema } from '../contract/document.js';
import { FootnoteError } from '../errors.js';
import { readDocument } from './read-document.js';
import { createTool } from './tool.js';

const InputSchema = z.strictObject({
  id: z
    .string()
    .min(1)
    .max(2000)
    .describe('The `documentId` of a citation or passage, or an id of the listed resources.'),
});

export const readDocumentTool = createTool({
  name: 'read_document',
  title: 'Read a document',
  description:
    'Gives the whole text of a document and what is known of it. Spans of citations (`start`, `end`) count UTF-16 code units of this text.',
  input: InputSchema,
  output: DocumentViewSchema,
  work: async ({ id }, host, signal) => {
    const view = await readDocument(id, host, signal);
    if (view !== undefined) return view;
    const shown = id.slice(0, 200);
    throw new FootnoteError(
      'not_found',
      `There is no document "${shown}". The resources of this server list those that are there.`,
    );
  },
  texts: (view) => [heading(view), view.text],
});

function heading({ title, metadata }: DocumentView): string {
  const { author, publisher, published, url } = metadata;
  return [title, author, publisher, published, url].filter((fact) => fact !== null).join(', ');
}
