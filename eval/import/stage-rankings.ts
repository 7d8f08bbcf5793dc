import { FootnoteError } from '../../src/errors.js';
import type { Target } from '../target/target.js';

/** The stages of retrieval, each measured alone. */
export const STAGES = ['hybrid', 'lexical', 'dense'] as const;

export type RetrievalStage = (typeof STAGES)[number];

/** What people read for a stage. */
export const STAGE_LABELS: Readonly<Record<RetrievalStage, string>> = {
  hybrid: 'hybrid',
  lexical: 'BM25 alone',
  dense: 'dense alone',
};

/** Documents by the best of their passages, best first, as each stage ranks them. */
export type StageRankings = Readonly<Record<RetrievalStage, readonly string[]>>;

/**
 * Searches once and reads every stage's ranking from the explanation, so that all are of one run.
 * @param importedIds ids of the data set by what the service calls a document
 * @throws FootnoteError `invalid_request` where the service does not explain
 */
export async function stageRankings(
  target: Target,
  query: string,
  importedIds: ReadonlyMap<string, string>,
): Promise<StageRankings> {
  const found = await target.search?.({ query, limit: 1, explain: true });
  const explanation = found?.explanation;
  if (explanation === undefined)
    throw new FootnoteError(
      'invalid_request',
      'The service gave no explanation of a search. Measure one that takes "explain".',
    );
  const documents = (stage: keyof typeof explanation.stages) => [
    ...new Set(
      explanation.stages[stage].map(({ passageId }) => {
        const id = passageId.slice(0, passageId.lastIndexOf('#'));
        return importedIds.get(id) ?? id;
      }),
    ),
  ];
  return {
    hybrid: documents('fused'),
    lexical: documents('lexical'),
    dense: documents('dense'),
  };
}
