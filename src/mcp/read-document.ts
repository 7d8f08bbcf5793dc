import type { DocumentView } from '../contract/document.js';
import type { McpHost } from './host.js';

/** A document as the contract shows it; undefined where no document has that id. */
export async function readDocument(
  id: string,
  host: McpHost,
  signal: AbortSignal,
): Promise<DocumentView | undefined> {
  const document = await host.withEngine((engine) => engine.document(id), signal);
  if (document === undefined) return undefined;
  const { blocks: _, ...view } = document;
  return view;
}
