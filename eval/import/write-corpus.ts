import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A document of a data set. */
export interface ImportedDocument {
  readonly id: string;
  readonly title: string;
  /** Paragraphs are parted by blank lines. */
  readonly text: string;
}

/** Documents as a corpus folder, with the folder of its index beside it. */
export interface WrittenCorpus {
  /** Says what the documents hold: the same documents have the same name. */
  readonly name: string;
  readonly corpusDir: string;
  readonly indexDir: string;
  /** What the service calls a document, to the id it has in the data set. */
  readonly importedIds: ReadonlyMap<string, string>;
}

/**
 * Writes documents as Markdown that reads back as the same text, below the temporary folder of the machine, never into the
 * repository. The same documents go to the same folder, so that their index is built once.
 */
export async function writeCorpus(
  kind: string,
  documents: readonly ImportedDocument[],
): Promise<WrittenCorpus> {
  const digest = createHash('sha256').update(JSON.stringify(documents)).digest('hex');
  const name = `${kind}-${digest.slice(0, 12)}`;
  const folder = join(tmpdir(), 'footnote-eval', name);
  const corpusDir = join(folder, 'corpus');
  await rm(corpusDir, { recursive: true, force: true });
  await mkdir(corpusDir, { recursive: true });
  const importedIds = new Map<string, string>();
  for (const [place, document] of documents.entries()) {
    const id = `d${String(place + 1).padStart(7, '0')}`;
    importedIds.set(id, document.id);
    await writeFile(join(corpusDir, `${id}.md`), markdownOf(document));
  }
  return { name, corpusDir, indexDir: join(folder, 'index'), importedIds };
}

/** Every ASCII punctuation mark may be escaped in Markdown (CommonMark 0.31, 2.4), so nothing is taken for markup. */
function markdownOf({ title, text }: ImportedDocument): string {
  const body = text
    .split('\n')
    .map((line) => line.trim().replace(/[!-/:-@[-`{-~]/g, '\\$&'))
    .join('\n');
  return `---\ntitle: ${JSON.stringify(title || 'Untitled')}\n---\n\n${body}\n`;
}
