/** A place in a document that a text refers to. */
export interface Place {
  readonly documentId: string;
  /** The page of ours that shows it, below the service's address. */
  readonly href: string;
  /** Where the document was first published; null where that is not known. */
  readonly url?: string | null;
}

/** How the text names a place, so that whoever reads it there can open it. */
export type Locate = (place: Place) => string;

/** Names places by our own pages, at the address, with or without a path, the reader knows the service by. */
export function atService(address: string): Locate {
  const base = address.replace(/\/$/, '');
  return ({ href }) => base + href;
}
