/**
 * Raise it whenever the same file could become another document, for instance where a format is read in
 * another way: files that did not change are read again only then.
 */
export const READING_VERSION = 2;
