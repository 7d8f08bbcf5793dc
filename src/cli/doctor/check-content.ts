import type { Config } from '../../config.js';
import { FootnoteError } from '../../errors.js';
import { attention, type Finding, fine, said, wrong } from './finding.js';

/** An id of Hugging Face; neither a folder nor a package that is installed. */
const IS_FETCHED = /^[\w-][\w.-]*\/[\w.-]+$/;

/** Whether there are documents. */
export async function checkCorpus({ corpusDir }: Pick<Config, 'corpusDir'>): Promise<Finding> {
  try {
    const { documentFolder } = await import('../../indexing/document-folder.js');
    const { files, problems } = await documentFolder(corpusDir).list();
    if (files.length === 0)
      return wrong(
        'Documents',
        `${corpusDir} is empty`,
        'Put documents into it, or set CORPUS_DIR.',
      );
    if (problems.length === 0) return fine('Documents', `${files.length} files in ${corpusDir}`);
    const [first] = problems;
    return attention(
      'Documents',
      `${files.length} files in ${corpusDir}; ${problems.length} places cannot be looked into, such as ${first?.file}`,
      first?.remedy ?? '',
    );
  } catch (error) {
    return wrong('Documents', said(error), 'Set CORPUS_DIR to the folder that holds them.');
  }
}

/** Whether the embedding model is here and turns a text into a vector; it is not fetched for this. */
export async function checkModel(config: Config): Promise<Finding> {
  try {
    const { openEmbeddingModel } = await import('../../embedding/open-embedding-model.js');
    const model = await openEmbeddingModel({
      id: config.embeddingModel,
      precision: config.embeddingPrecision,
      workers: 1,
      modelsDir: config.modelsDir,
      hfEndpoint: config.hfEndpoint,
      offline: true,
    });
    try {
      const vector = await model.embedQuery('Does it work?');
      return fine('Model', `${model.id} gives vectors of ${vector.length} numbers`);
    } finally {
      await model.close();
    }
  } catch (error) {
    const isAbsent = error instanceof FootnoteError && error.code === 'model_unavailable';
    if (isAbsent && !config.offline && IS_FETCHED.test(config.embeddingModel))
      return attention(
        'Model',
        `${config.embeddingModel} is not here yet`,
        `The first start fetches it from ${config.hfEndpoint}.`,
      );
    return wrong('Model', said(error), 'Check EMBEDDING_MODEL, MODELS_DIR and OFFLINE.');
  }
}

/** Whether the index is whole and holds what the documents are. */
export async function checkIndex({ indexDir, corpusDir }: Config): Promise<Finding> {
  try {
    const { documentFolder } = await import('../../indexing/document-folder.js');
    const { openIndex } = await import('../../indexing/open-index.js');
    const { surveyIndex } = await import('../../indexing/survey-index.js');
    const survey = await surveyIndex(indexDir, documentFolder(corpusDir), { readsAll: true });
    if (survey === undefined) {
      // Says why it cannot be used.
      await openIndex(indexDir, { readsAll: true });
      return wrong('Index', 'it changed while it was looked at', 'Run `footnote doctor` again.');
    }
    const { index, warnings, holdsSource, problems } = survey;
    await index.close();
    const { documents, passages } = index.counts;
    const holds = `${documents} documents, ${passages} passages, every byte as it was written`;
    if (warnings.length > 0)
      return attention('Index', warnings.join(' '), 'Run `footnote index` to build it anew.');
    if (!holdsSource)
      return attention(
        'Index',
        `${holds}; documents changed since`,
        'Run `footnote index`; `footnote serve` does so by itself.',
      );
    if (problems.length === 0) return fine('Index', holds);
    return attention(
      'Index',
      `${holds}; ${problems.length} files are left out, such as ${problems[0]?.file}`,
      'Run `footnote index` to see why.',
    );
  } catch (error) {
    if (error instanceof FootnoteError && error.code === 'index_missing')
      return attention(
        'Index',
        'none yet',
        'The first `footnote serve` or `footnote index` builds it.',
      );
    return wrong('Index', said(error), 'Run `footnote index` to build it anew.');
  }
}
