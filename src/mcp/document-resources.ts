import {
  ErrorCode,
  type ListResourcesResult,
  McpError,
  type ReadResourceResult,
  type Resource,
} from '@modelcontextprotocol/sdk/types.js';
import type { DocumentSummary } from '../contract/document.js';
import { DOCUMENT_URI_TEMPLATE, documentIdOf, documentUri } from './document-uri.js';
import type { McpHost } from './host.js';
import { readDocument } from './read-document.js';

const PAGE_LENGTH = 200;
/** What the protocol answers a read of what is not there with; the SDK has no name for it. */
const RESOURCE_NOT_FOUND = -32002;
const TEXT = 'text/plain';

export const DOCUMENT_TEMPLATE = {
  uriTemplate: DOCUMENT_URI_TEMPLATE,
  name: 'document',
  title: 'A document by its id',
  description: 'The canonical text that citations quote; the id is percent-encoded.',
  mimeType: TEXT,
};

/**
 * The documents, a page at a time. A cursor is the id of the last document of the page before.
 * @throws McpError where a cursor is none
 */
export async function listDocuments(
  cursor: string | undefined,
  host: McpHost,
  signal: AbortSignal,
): Promise<ListResourcesResult> {
  const { documents } = await host.withEngine((engine) => engine.documents(), signal);
  const last = documents.findIndex(({ id }) => id === cursor);
  if (cursor !== undefined && last < 0)
    throw new McpError(ErrorCode.InvalidParams, 'The cursor is none of this list. Start again.');
  const page = documents.slice(last + 1, last + 1 + PAGE_LENGTH);
  const more = last + 1 + page.length < documents.length;
  const end = page.at(-1);
  return {
    resources: page.map(resourceOf),
    ...(more && end !== undefined ? { nextCursor: end.id } : {}),
  };
}

/** @throws McpError where there is no such document */
export async function readResource(
  uri: string,
  host: McpHost,
  signal: AbortSignal,
): Promise<ReadResourceResult> {
  const id = documentIdOf(uri);
  const view = id === undefined ? undefined : await readDocument(id, host, signal);
  if (view !== undefined) return { contents: [{ uri, mimeType: TEXT, text: view.text }] };
  throw new McpError(RESOURCE_NOT_FOUND, 'There is no such document. List the resources.', {
    uri: uri.slice(0, 500),
  });
}

function resourceOf({ id, title, metadata }: DocumentSummary): Resource {
  const { author, publisher, published } = metadata;
  const facts = [author, publisher, published].filter((fact) => fact !== null).join(', ');
  return {
    uri: documentUri(id),
    name: id,
    title,
    mimeType: TEXT,
    ...(facts === '' ? {} : { description: facts }),
  };
}
