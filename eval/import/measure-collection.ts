import { mean } from '../metrics/mean.js';
import { ndcg } from '../metrics/ndcg.js';
import { recallAt } from '../metrics/recall-at.js';
import { reciprocalRank } from '../metrics/reciprocal-rank.js';
import type { Target } from '../target/target.js';
import { type MeasuredLine, meanLine, measuredLine } from './measured-lines.js';
import type { MeasuredReport } from './measured-report.js';
import type { TestCollection } from './read-beir.js';
import { type RetrievalStage, STAGE_LABELS, STAGES, stageRankings } from './stage-rankings.js';

type Scores = Readonly<Record<string, number | null>>;

/** What is measured of every ranking. */
const MEASURES: readonly {
  readonly name: string;
  readonly of: (ranking: readonly string[], grades: ReadonlyMap<string, number>) => number | null;
}[] = [
  { name: 'nDCG@10', of: (ranking, grades) => ndcg(ranking, grades, 10) },
  { name: 'recall@10', of: (ranking, grades) => recallAt(ranking, relevant(grades), 10) },
  { name: 'recall@100', of: (ranking, grades) => recallAt(ranking, relevant(grades), 100) },
  { name: 'MRR@10', of: (ranking, grades) => reciprocalRank(ranking, relevant(grades), 10) },
];

/** Measures how well the documents of a collection are found by each stage of retrieval, and whether both stages together are better than each. */
export async function measureCollection(
  target: Target,
  { queries }: TestCollection,
  importedIds: ReadonlyMap<string, string>,
  onProgress?: (done: number, all: number) => void,
): Promise<Pick<MeasuredReport, 'figures' | 'questions'>> {
  const asked: MeasuredReport['questions'][number][] = [];
  const scored: Record<RetrievalStage, Scores>[] = [];
  for (const { id, text, grades } of queries) {
    const rankings = await stageRankings(target, text, importedIds);
    const scores = (stage: RetrievalStage): Scores =>
      Object.fromEntries(MEASURES.map(({ name, of }) => [name, of(rankings[stage], grades)]));
    scored.push({
      hybrid: scores('hybrid'),
      lexical: scores('lexical'),
      dense: scores('dense'),
    });
    asked.push({ id, grades: Object.fromEntries(grades), rankings });
    onProgress?.(scored.length, queries.length);
  }
  const figures = MEASURES.flatMap(({ name }) => [
    ...STAGES.map((stage) =>
      meanLine(
        `${name}, ${STAGE_LABELS[stage]}`,
        scored.map((one) => one[stage][name] ?? null),
        'score',
      ),
    ),
    ...(['lexical', 'dense'] as const).map((stage) =>
      difference(`${name}, hybrid minus ${STAGE_LABELS[stage]}`, scored, name, stage),
    ),
  ]);
  return { figures, questions: asked };
}

function difference(
  label: string,
  scored: readonly Record<RetrievalStage, Scores>[],
  name: string,
  stage: RetrievalStage,
): MeasuredLine {
  const differences = scored.flatMap((one) => {
    const [hybrid, other] = [one.hybrid[name] ?? null, one[stage][name] ?? null];
    return hybrid === null || other === null ? [] : [hybrid - other];
  });
  return measuredLine(label, differences, mean, 'score');
}

function relevant(grades: ReadonlyMap<string, number>): ReadonlySet<string> {
  return new Set([...grades].filter(([, grade]) => grade > 0).map(([id]) => id));
}
