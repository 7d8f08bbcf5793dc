import type { EmbeddingModel } from '../../src/domain/embedding-model.js';
import { gatherEvidence } from '../../src/verification/evidence.js';
import { unfitForShowing } from '../../src/verification/plain-text.js';
import { ruleFailures } from '../../src/verification/rule-checks.js';
import { type Nearness, nearnessOf } from '../../src/verification/similarity-check.js';
import { statementOf } from '../../src/verification/statement.js';
import type { Documents, Pair } from './pairs.js';

/** A pair with what the rules find wrong and how near sentence and quotes are. */
export interface Judged {
  readonly pair: Pair;
  /** Names of the checks that failed, each once; empty where the rules let it pass. */
  readonly failed: readonly string[];
  readonly details: readonly string[];
  readonly nearness: Nearness;
}

/** Holds each sentence against its quotes, all that it has cited. */
export async function judge(
  pairs: readonly Pair[],
  documents: Documents,
  model: Pick<EmbeddingModel, 'embedPassages'>,
): Promise<Judged[]> {
  const judged: Judged[] = [];
  for (const pair of pairs) {
    const draft = { text: pair.text, cites: pair.quotes.map(({ number }) => number) };
    const store = { document: async (id: string) => documents.get(id) };
    const { pieces, failures } = await gatherEvidence(draft, pair.quotes, store);
    const claim = statementOf(pair.text);
    const found = [...failures, ...ruleFailures(claim, pieces)];
    const unfit = unfitForShowing(pair.text);
    judged.push({
      pair,
      failed: [
        ...new Set([...(unfit.length > 0 ? ['link'] : []), ...found.map(({ check }) => check)]),
      ],
      details: [...unfit, ...found.map(({ check, detail }) => `${check}: ${detail}`)],
      nearness: await nearnessOf(claim, pieces, model),
    });
  }
  return judged;
}
