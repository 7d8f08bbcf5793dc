import { readdir, realpath, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { formatFor, holdsRecords, SUPPORTED_EXTENSIONS } from './formats.js';
import type { DocumentProblem } from './invalid-document.js';

/** Files that can be documents, and what was found that cannot. */
export interface FoundFiles {
  /** Paths below the folder, with `/` between their parts, in code unit order. */
  readonly files: readonly string[];
  readonly problems: readonly DocumentProblem[];
}

/**
 * All files in a folder and its folders. Links are followed. Hidden entries (names that begin with
 * a dot) and a `README.md` directly in the folder, which is about the documents, are left out. Files of a kind that is not
 * read are one problem for each extension, not for each file.
 */
export async function findFiles(folder: string): Promise<FoundFiles> {
  const files: string[] = [];
  const problems: DocumentProblem[] = [];
  const problem = (file: string, message: string, remedy: string) =>
    problems.push({ file, line: null, message, remedy });

  async function visit(path: string, ancestors: readonly string[]): Promise<void> {
    const here = join(folder, path);
    const real = await realpath(here);
    if (ancestors.includes(real)) {
      problem(path, 'The link leads back to a folder that holds it.', 'Remove the link.');
      return;
    }
    for (const name of (await readdir(here)).sort()) {
      const isAboutCorpus = path === '' && name.toLowerCase() === 'readme.md';
      if (name.startsWith('.') || isAboutCorpus) continue;
      const inside = path === '' ? name : `${path}/${name}`;
      try {
        const entry = await stat(join(folder, inside));
        if (entry.isDirectory()) await visit(inside, [...ancestors, real]);
        else if (entry.isFile()) files.push(inside);
        else
          problem(
            inside,
            'This is neither a file nor a folder.',
            'Take it out of the corpus folder.',
          );
      } catch (cause) {
        problem(
          inside,
          `It cannot be opened (${reason(cause)}).`,
          'Correct its permissions or its link target, or remove it.',
        );
      }
    }
  }

  await visit('', []);
  files.sort();
  const others = files.filter((file) => !isRead(file));
  return { files: files.filter(isRead), problems: [...problems, ...unread(others)] };
}

function isRead(path: string): boolean {
  const extension = extname(path);
  return formatFor(extension) !== undefined || holdsRecords(extension);
}

function unread(paths: readonly string[]): DocumentProblem[] {
  const byExtension = new Map<string, string[]>();
  for (const path of paths) {
    const extension = extname(path).toLowerCase();
    const alike = byExtension.get(extension);
    if (alike === undefined) byExtension.set(extension, [path]);
    else alike.push(path);
  }
  return [...byExtension].map(([extension, [file = '', ...others]]) => {
    const kind = extension === '' ? 'without an extension' : `with the extension ${extension}`;
    const more = others.length === 0 ? '' : ` There are ${others.length} more such files.`;
    return {
      file,
      line: null,
      message: `Files ${kind} are not read.${more}`,
      remedy: `Turn them into one of ${SUPPORTED_EXTENSIONS.join(', ')}, or take them out of the corpus folder.`,
    };
  });
}

function reason(cause: unknown): string {
  const code = (cause as NodeJS.ErrnoException).code;
  if (code === 'ELOOP') return 'ELOOP: the link leads to itself';
  if (code === 'ENOENT') return 'ENOENT: the link leads nowhere';
  return code ?? 'unknown error';
}
