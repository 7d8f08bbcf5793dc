import { describe, expect, it } from 'vitest';
import { evidenceRanking } from '../../eval/evidence-ranking.js';
import { ndcg } from '../../eval/metrics/ndcg.js';
import { reciprocalRank } from '../../eval/metrics/reciprocal-rank.js';

const span = (documentId: string, start: number, end: number) => ({ documentId, start, end });
const passages = [span('c', 0, 90), span('a', 0, 90), span('a', 10, 90), span('b', 0, 90)];

describe('evidenceRanking', () => {
  it('counts a passage for all quotes it is the first to reach, and a later one for none of them', () => {
    const evidence = [[span('a', 20, 30)], [span('a', 40, 50)], [span('b', 0, 10)]];
    const { ranking, relevant } = evidenceRanking(passages, evidence);
    expect(relevant).toEqual(new Set([ranking[1], ranking[3]]));
    expect(reciprocalRank(ranking, relevant, 10)).toBe(1 / 2);
    // Found at ranks 2 and 4, best at 1 and 2.
    const grades = new Map([...relevant].map((id) => [id, 1]));
    expect(ndcg(ranking, grades, 10)).toBeCloseTo(
      (1 / Math.log2(3) + 1 / Math.log2(5)) / (1 + 1 / Math.log2(3)),
      12,
    );
  });

  it('keeps a quote that no passage reaches as not found', () => {
    const { ranking, relevant } = evidenceRanking(passages, [[span('d', 0, 10)]]);
    expect(relevant.size).toBe(1);
    expect(reciprocalRank(ranking, relevant, 10)).toBe(0);
  });
});
