import type { FootnoteClient } from '../client/footnote-client.js';
import type { DocumentView } from '../contract/document.js';

/** Documents as they were when first asked for; one that could not be had is asked for again. */
export function documentCache(
  client: () => Pick<FootnoteClient, 'document'>,
): (id: string) => Promise<DocumentView> {
  const documents = new Map<string, Promise<DocumentView>>();
  return (id) => {
    const known = documents.get(id);
    if (known !== undefined) return known;
    const coming = client().document(id);
    documents.set(id, coming);
    coming.catch(() => documents.delete(id));
    return coming;
  };
}
