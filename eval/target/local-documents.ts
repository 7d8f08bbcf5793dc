import { readDocuments } from '../../src/compose.js';
import { readConfig } from '../../src/config.js';
import type { DocumentText } from './document-text.js';
import type { TargetCorpus } from './target.js';

/**
 * The documents the questions were written on, read here: what a service says of itself is held against them.
 * Those of the dataset, or of the configured corpus where it has none.
 * @throws FootnoteError `corpus_invalid` where they cannot be read
 */
export async function localDocuments(
  { corpusDir }: Pick<TargetCorpus, 'corpusDir'>,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<readonly DocumentText[]> {
  const config = readConfig(environment);
  const documents = await readDocuments(corpusDir === null ? config : { ...config, corpusDir });
  return documents.map(({ id, title, text, hash, metadata }) => ({
    id,
    title,
    text,
    hash,
    url: metadata.url,
  }));
}
