import type { SentenceVerifier } from '../domain/claim-check.js';
import type { SentenceCounts } from '../domain/reading-assistant.js';
import { ANSWER_SCHEMA, answerPrompt } from './answer-prompt.js';
import { type Allowance, askModel, type BoundedModel } from './ask-model.js';
import { ChatFailure } from './chat-failure.js';
import type { ChatMessage } from './completion.js';
import type { OfferedQuote } from './number-quotes.js';
import { type Draft, readSentences } from './read-sentences.js';
import { type FailedSentence, repairPrompt } from './repair-prompt.js';
import { type CheckedSentence, type VerifiedSentence, verifyDraft } from './verify-draft.js';

/** Tokens of a sentence with its references, about, and of what is around the sentences. */
const TOKENS_A_SENTENCE = 120;
const TOKENS_AROUND = 80;

/** What became of an answer that the model wrote. */
export interface WrittenAnswer {
  /** In order; may be empty. */
  readonly sentences: readonly VerifiedSentence[];
  readonly shortAnswer: string | null;
  readonly counts: SentenceCounts;
  /** How many times a sentence failed each check. */
  readonly failures: Readonly<Record<string, number>>;
}

export interface WritingRequest {
  readonly questions: readonly string[];
  readonly quotes: readonly OfferedQuote[];
  readonly maxSentences: number;
}

/**
 * Has the model write an answer, verifies every sentence, has what fails written once more, and drops what fails then.
 * @throws ChatFailure where there is no draft
 * @throws the reason of the question's own signal
 */
export async function writeAnswer(
  model: BoundedModel,
  verifier: SentenceVerifier,
  allowance: Allowance,
  { questions, quotes, maxSentences }: WritingRequest,
): Promise<WrittenAnswer> {
  const messages = answerPrompt(questions, quotes, maxSentences);
  const ask = (told: readonly ChatMessage[]): Promise<Draft> =>
    askModel(
      model,
      allowance,
      {
        messages: told,
        schema: ANSWER_SCHEMA,
        maxTokens: TOKENS_AROUND + maxSentences * TOKENS_A_SENTENCE,
      },
      readSentences,
    );
  const check = (sentences: Draft['sentences']): Promise<CheckedSentence[]> =>
    verifyDraft(verifier, sentences.slice(0, maxSentences), quotes, allowance.signal);

  const draft = await ask(messages);
  const checked = await check(draft.sentences);
  const failed = checked.flatMap((one) => (one.ok ? [] : [one.failed]));
  const again = failed.length === 0 ? [] : await repaired(failed);
  const rewritten = again.flatMap((one) => (one.ok ? [one.verified] : []));
  const verified = checked.length - failed.length;
  // A sentence written again stands where one that failed stood.
  const mended = [...rewritten].slice(0, failed.length);
  const next = mended[Symbol.iterator]();
  const sentences = checked.flatMap((one) => {
    const stands = one.ok ? one.verified : next.next().value;
    return stands === undefined ? [] : [stands];
  });
  return {
    sentences: withoutRepeats(sentences),
    shortAnswer: draft.shortAnswer,
    counts: {
      written: checked.length,
      verified,
      repaired: mended.length,
      dropped: failed.length - mended.length,
    },
    failures: countFailures([...checked, ...again]),
  };

  /** Nothing where the model does not mend: the sentences that stand are answer enough. */
  async function repaired(wrong: readonly FailedSentence[]): Promise<CheckedSentence[]> {
    try {
      const mending = await ask(repairPrompt(messages, wrong));
      return await check(mending.sentences.slice(0, wrong.length));
    } catch (error) {
      if (error instanceof ChatFailure) return [];
      throw error;
    }
  }
}

function withoutRepeats(sentences: readonly VerifiedSentence[]): VerifiedSentence[] {
  const seen = new Set<string>();
  return sentences.filter(({ text }) => !seen.has(text) && seen.add(text));
}

function countFailures(checked: readonly CheckedSentence[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const one of checked) {
    if (one.ok) continue;
    for (const check of new Set(one.failed.failures.map((failure) => failure.check)))
      counts[check] = (counts[check] ?? 0) + 1;
  }
  return counts;
}
