import type { AskResponse } from '../contract/ask.js';
import type { Judgement } from './conversation.js';
import type { Failure } from './failure.js';
import { fill, type Texts } from './texts.js';

/** From here on an answer is told as one to rely on, and from there on as one to look at. */
const HIGH = 0.8;
const FAIR = 0.55;

export type ConfidenceLevel = keyof Texts['confidence'];

/** How sure an answer is, in three steps. `confidence` is the probability, 0 to 1, that it is right. */
export function confidenceLevel(confidence: number): ConfidenceLevel {
  if (confidence >= HIGH) return 'high';
  return confidence >= FAIR ? 'fair' : 'low';
}

/** Why there is no answer: the kind of reason in the language of the interface, and the service's own words. */
export function abstentionWords(
  abstention: NonNullable<AskResponse['abstention']>,
  texts: Texts,
): { readonly title: string; readonly message: string } {
  const title = texts.abstained[abstention.reason] ?? texts.abstained.no_evidence;
  const said = abstention.message.trim();
  return { title, message: said.replace(/\.$/, '') === title ? '' : said };
}

/** What went wrong, as long as it still holds; `secondsLeft` until another attempt may succeed. */
export function failureWords({ kind }: Failure, secondsLeft: number, texts: Texts): string {
  const wait = secondsLeft > 0 ? ` ${fill(texts.wait, { seconds: secondsLeft })}` : '';
  return `${texts.failures[kind]}${wait}`;
}

/** What a person who judged an answer is told; nothing while the verdict is on its way. */
export function judgementWords({ state }: Judgement, texts: Texts): string {
  if (state === 'sending') return '';
  return state === 'kept' ? texts.thanks : texts.notKept;
}
