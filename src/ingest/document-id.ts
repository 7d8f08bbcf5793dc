import { extname } from 'node:path';

/**
 * The id of the document at this path below the corpus folder: the path without its extension,
 * composed (Unicode NFC), with `-` for everything but letters, digits, `-`, `_`, `.` and `/`.
 */
export function documentId(path: string): string {
  const bare = path.slice(0, path.length - extname(path).length).normalize('NFC');
  return bare
    .split('/')
    .map((part) => part.replace(/[^\p{L}\p{M}\p{N}\-_.]+/gu, '-').replace(/(?<=.)-$/u, '') || '-')
    .join('/');
}
