import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { checkFolder, noDocument } from '../ingest/corpus-faults.js';
import { findFiles } from '../ingest/find-files.js';
import type { DocumentProblem } from '../ingest/invalid-document.js';
import type { Parse } from '../ingest/parse-here.js';
import type { DocumentSource, SourceFile } from './document-source.js';
import { fileDigest } from './file-digest.js';

/**
 * A file changed as late as this before it was looked at may change again without a later time: clocks
 * of file systems go in steps, of up to two seconds.
 */
const UNSETTLED_MS = 2000;

/** The documents of a corpus folder. */
export function documentFolder(corpusDir: string): DocumentSource {
  let parse: Parse | undefined;
  return {
    leavesDoublesOut: true,
    list: async () => {
      await checkFolder(corpusDir);
      const found = await findFiles(corpusDir);
      const problems: DocumentProblem[] = [...found.problems];
      const files: SourceFile[] = [];
      for (const path of found.files) {
        const entry = await stat(join(corpusDir, path)).catch(() => undefined);
        // Gone since the folder was read: the next look finds out.
        if (entry === undefined) continue;
        const settled = entry.mtimeMs < Date.now() - UNSETTLED_MS;
        files.push({ path, bytes: entry.size, modifiedMs: settled ? entry.mtimeMs : null });
      }
      return { files, problems };
    },
    digest: (path) =>
      fileDigest(join(corpusDir, path)).then(
        ({ sha256 }) => sha256,
        () => undefined,
      ),
    // The parsers are loaded only where there is something to parse.
    load: async function* (path) {
      const { loadFile } = await import('../ingest/load-file.js');
      parse ??= (await import('../ingest/parse-apart.js')).createParseApart();
      yield* loadFile(corpusDir, path, parse);
    },
    nothing: (problems) => noDocument(corpusDir, problems),
  };
}
