import { splitQuotation } from './quotation-marks.js';

const CONNECTIVE =
  '(?:however|but|and|so|yet|also|then|thus|therefore|hence|in addition|moreover|furthermore|likewise|similarly|in response|as a result|in particular|specifically|instead|nevertheless|at the same time|in other words|for (?:his|her|its|their) part),?';
/** A sentence that opens with a word for somebody or something named before. */
const OPENS_LEANING = new RegExp(
  String.raw`^["“‘'(\s]*(?:${CONNECTIVE}\s+)?(?:he|she|they|it|this|these|those|that|its|their|his|her|such|both of (?:them|these)|the (?:former|latter|same|two))\b`,
  'iu',
);
/** "It is necessary …", "It was in 1912 that …": the pronoun stands for what follows. */
const STANDS_FOR_NOTHING =
  /^["“‘'(\s]*(?:\p{L}+,\s+)?(?:it (?:is|was|will be|would be|seems|appears) (?:\p{L}+ly )?(?:necessary|important|essential|possible|impossible|clear|likely|unlikely|true|time|better|easy|difficult|hard|estimated|expected|said|known|believed|not|in|on|at|only|the)\b|it (?:rained|snowed)\b|that (?:is|said),)/iu;

/** "“…,” she used to say": the speaker was named before. */
const SPEAKER_BEFORE = /[”"»’]\s(?:\p{Ll}+\s)?(?:he|she|they)\b/u;

/** Whether a sentence gives what somebody says whom it calls by a pronoun alone. */
export function quotesByPronoun(text: string): boolean {
  return SPEAKER_BEFORE.test(text);
}

/** Whether a sentence needs the one before it to be understood: it opens with a pronoun or goes on with what somebody says. */
export function leansOnBefore(text: string): boolean {
  if (splitQuotation(text) === 'closes' || quotesByPronoun(text)) return true;
  return OPENS_LEANING.test(text) && !STANDS_FOR_NOTHING.test(text);
}
