import type { Party } from '../analysis/parties.js';
import type { Statement } from './statement.js';

const SPEECH =
  /^(?:sa(?:y|ys|id|ying)|stat(?:e|es|ed|ing)|told|tells?|add(?:s|ed)|emphasi[sz](?:e|es|ed|ing)|explain(?:s|ed|ing)?|argu(?:e|es|ed|ing)|claim(?:s|ed|ing)?|announc(?:e|es|ed|ing)|respond(?:s|ed|ing)?|repl(?:y|ies|ied)|stress(?:es|ed|ing)?|warn(?:s|ed|ing)?|not(?:es|ed|ing)|remark(?:s|ed|ing)?|declar(?:e|es|ed|ing)|insist(?:s|ed|ing)?|recall(?:s|ed|ing)?|express(?:es|ed|ing)?|maintain(?:s|ed)|report(?:s|ed)|writ(?:es|ing)|wrote|call(?:s|ed) for|hop(?:es|ed)|highlight(?:s|ed))$/u;
const ACCORDING = /\baccording to\s(?:the\s|an?\s)?(?:\p{Ll}+\s){0,3}$/iu;
/** A name that hangs on a preposition does not speak. */
const HANGS =
  /\b(?:at|in|on|from|of|with|for|between|by|during|under|against|towards?)\s(?:(?:the|an?|its|their|his|her)\s)?(?:\p{Ll}+\s){0,2}$/u;
const CLOSES_SPEECH = /["”’,]\s*$/u;
/** Characters from a name followed by a comma to the verb, with an office between them. */
const APPOSITION = 140;
/** Words between a name and the verb of its speech, such as an office in apposition. */
const REACH = 14;

/** Whether a word, in small letters, tells that somebody says something. */
export function isSpeech(lower: string): boolean {
  return SPEECH.test(lower);
}

/** Who says something in a text: the name before a verb of speech, the one right after it, or one after "according to". */
export function speakersOf({ text, words, parties }: Statement): Party[] {
  const verbs = words.filter(({ lower }) => isSpeech(lower));
  const free = parties.filter(
    ({ start }) => !HANGS.test(text.slice(Math.max(0, start - 40), start)),
  );
  const before = verbs.flatMap((verb) => {
    const nearest = free.findLast(({ end }) => end <= verb.start);
    const between = words.filter(
      (word) => word.start >= (nearest?.end ?? 0) && word.start < verb.start,
    );
    if (nearest === undefined || between.length > REACH) return [];
    const opening = free.find(
      ({ start, end }) =>
        end <= verb.start && verb.start - start <= APPOSITION && /^,\s/u.test(text.slice(end)),
    );
    return opening === undefined ? [nearest] : [nearest, opening];
  });
  const after = verbs.flatMap((verb) => {
    const next = parties.find(({ start }) => start >= verb.end);
    const isInverted =
      next !== undefined &&
      CLOSES_SPEECH.test(text.slice(0, verb.start)) &&
      /^\s(?:(?:the|an?)\s|\p{Ll}+\s)?$/u.test(text.slice(verb.end, next.start));
    return isInverted ? [next] : [];
  });
  const named = parties.filter(({ start }) =>
    ACCORDING.test(text.slice(Math.max(0, start - 60), start)),
  );
  return [...new Set([...before, ...after, ...named])];
}

/** Whether anybody is told to say something. */
export function isSpoken({ text, words }: Statement): boolean {
  return /\baccording to\b/iu.test(text) || words.some(({ lower }) => isSpeech(lower));
}
