import type { Effort } from './interleave.js';

/** How much work a run puts into each measure. A round of `questions` and `peerSearch` is one question; of the others, one whole job. */
export interface Efforts {
  readonly indexTime: Effort;
  readonly firstStart: Effort;
  readonly startUp: Effort;
  readonly questions: Effort;
  readonly load: Effort;
  /** How long each number of clients asks in a round. */
  readonly loadSeconds: number;
  readonly peerSearch: Effort;
  /** Different questions at most. */
  readonly mostQuestions: number;
}

/** About ten minutes. */
export const THOROUGH: Efforts = {
  indexTime: { least: 5, most: 20, budgetMs: 120_000 },
  firstStart: { least: 3, most: 5, budgetMs: 60_000 },
  startUp: { least: 10, most: 20, budgetMs: 60_000 },
  questions: { least: 400, most: 2000, budgetMs: 90_000 },
  load: { least: 3, most: 5, budgetMs: 120_000 },
  loadSeconds: 5,
  peerSearch: { least: 400, most: 2000, budgetMs: 30_000 },
  mostQuestions: 1000,
};

/** Under a minute on two idle cores. */
export const QUICK: Efforts = {
  indexTime: { least: 2, most: 3, budgetMs: 6000 },
  firstStart: { least: 1, most: 1, budgetMs: 0 },
  startUp: { least: 2, most: 5, budgetMs: 4000 },
  questions: { least: 50, most: 300, budgetMs: 6000 },
  load: { least: 2, most: 2, budgetMs: 0 },
  loadSeconds: 1,
  peerSearch: { least: 40, most: 200, budgetMs: 2000 },
  mostQuestions: 50,
};
