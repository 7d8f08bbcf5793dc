import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DocumentProblem } from './invalid-document.js';

/** Files that might be documents, and places that could not be looked into. */
export interface FoundFiles {
  /** Paths below the folder, with `/` between their parts, in code unit order. */
  readonly files: readonly string[];
  readonly problems: readonly DocumentProblem[];
}

/**
 * All files in a folder and its folders. Links are followed. Hidden entries (names that begin with
 * a dot) and a `README.md` directly in the folder, which is about the documents, are left out.
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
  return { files: files.sort(), problems };
}

function reason(cause: unknown): string {
  const code = (cause as NodeJS.ErrnoException).code;
  if (code === 'ELOOP') return 'ELOOP: the link leads to itself';
  if (code === 'ENOENT') return 'ENOENT: the link leads nowhere';
  return code ?? 'unknown error';
}
