import type { AnalysedQuestion } from '../analysis/question.js';

const ASKS_FOR_SPEECH =
  /\b(?:said|say|says|state|stated|according|told|quote|quoted|emphasi[sz]ed?|claim(?:ed)?|remark|opinion|argue[sd]?|view)\b/iu;

/** Whether a question asks what somebody said or who said it. */
export function asksForSpeech({ text, type }: AnalysedQuestion): boolean {
  return type === 'person' || ASKS_FOR_SPEECH.test(text);
}
