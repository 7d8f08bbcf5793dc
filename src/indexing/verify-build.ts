import type { PassageStore } from '../domain/search-index.js';
import { FootnoteError } from '../errors.js';
import type { BuildPlan } from './build-plan.js';
import type { BuildProgress } from './build-progress.js';
import { openBuild } from './open-build.js';
import type { PassageSample } from './passage-sample.js';

/** How far the best score for a passage's own vector may be from 1. */
const SCORE_TOLERANCE = 2e-3;

/**
 * Opens a build as a reader will and compares it with what was to be written: every document letter
 * for letter, and of a sample of passages that their text stands where their span says and that
 * their vectors are found, by graph and by index.
 * @throws FootnoteError `index_write_failed` where anything differs.
 */
export async function verifyBuild(
  dir: string,
  id: string,
  plan: BuildPlan,
  sample: readonly PassageSample[],
  progress: BuildProgress,
): Promise<void> {
  const { index, graph } = await openBuild(dir, id);
  try {
    for (const [i, { document }] of plan.documents.entries()) {
      progress.checkSignal();
      const stored = await index.store.document(document.id);
      if (stored?.text !== document.text || stored.hash !== document.hash)
        throw differs(`the text of ${document.path} does not read back as it was`);
      progress.report({ stage: 'verify', done: i + 1, total: plan.documents.length });
    }
    for (const { id: passageId, text, vector } of sample) {
      await verifyText(index.store, passageId, text);
      const [near] = await index.vectors.search(vector, 1);
      const [linked] = graph.search(vector, 1);
      for (const found of [near, linked])
        if (found === undefined || found.score < 1 - SCORE_TOLERANCE)
          throw differs(`the vector of ${passageId} is not found by itself`);
    }
  } finally {
    await index.close();
  }
}

async function verifyText(store: PassageStore, id: string, text: string): Promise<void> {
  const [stored] = await store.passages([id]);
  if (stored?.text !== text) throw differs(`the text of ${id} does not read back as it was`);
}

function differs(what: string): FootnoteError {
  return new FootnoteError(
    'index_write_failed',
    `The index just built is not what was to be written: ${what}. The index that was there is untouched; check the disk and run \`npm run index\` again.`,
  );
}
