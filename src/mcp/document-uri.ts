const START = 'footnote://documents/';

/** RFC 6570; the id, slashes and all, is percent-encoded. */
export const DOCUMENT_URI_TEMPLATE = `${START}{id}`;

/** Where an MCP client reads a document. */
export function documentUri(id: string): string {
  return START + encodeURIComponent(id);
}

/** The id in such an address, whether or not its slashes are encoded; undefined where it is none. */
export function documentIdOf(uri: string): string | undefined {
  if (!uri.startsWith(START)) return undefined;
  try {
    return decodeURIComponent(uri.slice(START.length));
  } catch {
    return undefined;
  }
}
