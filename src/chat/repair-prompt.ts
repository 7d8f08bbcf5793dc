import type { ClaimFailure, DraftSentence } from '../domain/claim-check.js';
import type { ChatMessage } from './completion.js';
import { dataBlock } from './data-block.js';

/** A sentence that did not stand, and why. */
export interface FailedSentence {
  readonly draft: DraftSentence;
  readonly failures: readonly ClaimFailure[];
}

const RULES = `Some of your sentences are not borne out by the quotes they name. The next message lists them, as data, each with what is wrong. Write each again so that its quotes prove it, closest to their words, or leave it out. Reply with the same JSON, holding only the sentences written again, in their order.`;

/** Asks once more for what failed, after what was asked before. */
export function repairPrompt(
  before: readonly ChatMessage[],
  failed: readonly FailedSentence[],
): ChatMessage[] {
  const [system, ...others] = before;
  const data = failed.map(({ draft: { text, cites }, failures }) => ({
    text,
    quotes: cites,
    wrong: failures.map(({ detail }) => detail),
  }));
  return [
    { role: 'system', content: `${system?.content ?? ''}\n\n${RULES}` },
    ...others,
    { role: 'user', content: dataBlock({ failed: data }) },
  ];
}
