import { extname } from 'node:path';

/**
 * The id of the document at this path below the corpus folder: the path composed (Unicode NFC), with `-` for everything but
 * letters, digits, `-`, `_`, `.` and `/`.
 * @param bare whether the path's extension is left out, as those of Markdown and text are
 */
export function documentId(path: string, bare = true): string {
  const kept = bare ? path.slice(0, path.length - extname(path).length) : path;
  return kept
    .normalize('NFC')
    .split('/')
    .map((part) =>
      part
        .replace(/[^\p{L}\p{M}\p{N}\-_.]+/gu, '-')
        .replace(/(?<=.)-$/u, '')
        .replace(/^\.*$/, '-'),
    )
    .join('/');
}
