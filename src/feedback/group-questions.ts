import { terms } from '../analysis/terms.js';

/** Share of all their terms that two questions must have in common to be put together. */
const ALIKE = 0.5;

export interface QuestionGroup {
  /** Each wording once, the most frequent first. */
  readonly wordings: readonly string[];
  /** How often any of them was asked. */
  readonly count: number;
}

interface Gathering {
  readonly terms: ReadonlySet<string>;
  readonly numbers: string;
  readonly counts: Map<string, number>;
}

/**
 * Puts questions together that say nearly the same words in any order, stemmed and without those that
 * say nothing (Jaccard similarity with the first question of a group), and name the same numbers. The most frequent wording begins
 * a group; groups come in falling order of their count. Same questions, same groups.
 */
export function groupQuestions(questions: readonly string[]): QuestionGroup[] {
  const groups: Gathering[] = [];
  for (const [question, count] of byFrequency(counted(questions.map((one) => one.trim())))) {
    const own = new Set(terms(question));
    const numbers = [...own]
      .filter((term) => /\d/.test(term))
      .sort()
      .join(' ');
    const group = groups.find(
      (one) => one.numbers === numbers && similarity(one.terms, own) >= ALIKE,
    );
    if (group === undefined)
      groups.push({ terms: own, numbers, counts: new Map([[question, count]]) });
    else group.counts.set(question, count);
  }
  return groups
    .map(({ counts }) => ({
      wordings: [...counts.keys()],
      count: [...counts.values()].reduce((sum, count) => sum + count, 0),
    }))
    .sort((a, b) => b.count - a.count || compare(a.wordings[0] ?? '', b.wordings[0] ?? ''));
}

function counted(questions: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const question of questions) counts.set(question, (counts.get(question) ?? 0) + 1);
  return counts;
}

function byFrequency(counts: ReadonlyMap<string, number>): [string, number][] {
  return [...counts].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]));
}

/** Of two sets; 1 where both are empty. */
function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((term) => b.has(term)).length;
  const all = a.size + b.size - common;
  return all === 0 ? 1 : common / all;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
