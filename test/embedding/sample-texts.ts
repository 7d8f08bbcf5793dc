import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const CORPUS = fileURLToPath(new URL('../../corpus', import.meta.url));

/** Every paragraph of the corpus, without its front matter. */
export function corpusParagraphs(): string[] {
  return readdirSync(CORPUS)
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) =>
      readFileSync(`${CORPUS}/${file}`, 'utf8')
        .replace(/^---\n[\s\S]*?\n---\n/, '')
        .split(/\n\s*\n/),
    )
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}
