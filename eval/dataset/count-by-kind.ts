import type { QuestionRecord } from './question.js';

/** How many questions of a kind each split has. */
export interface KindCount {
  readonly kind: string;
  readonly dev: number;
  readonly test: number;
  readonly unanswerable: number;
}

/** Questions counted by kind, in the order of the kinds' names, and all of them at the end. */
export function countByKind(questions: readonly QuestionRecord[]): KindCount[] {
  const count = (kind: string, of: readonly QuestionRecord[]): KindCount => ({
    kind,
    dev: of.filter((one) => one.split === 'dev').length,
    test: of.filter((one) => one.split === 'test').length,
    unanswerable: of.filter((one) => !one.answerable).length,
  });
  const kinds = [...new Set(questions.map((one) => one.category))].sort();
  return [
    ...kinds.map((kind) =>
      count(
        kind,
        questions.filter((one) => one.category === kind),
      ),
    ),
    count('all', questions),
  ];
}
