import type { Party } from '../analysis/parties.js';
import type { Statement } from './statement.js';

const SPEECH =
  /^(?:sa(?:y|ys|id|ying)|stat(?:e|es|ed|ing)|told|tells?|add(?:s|ed)|emphasi[sz](?:e|es|ed|ing)|explain(?:s|ed|ing)?|argu(?:e|es|ed|ing)|claim(?:s|ed|ing)?|announc(?:e|es|ed|ing)|respond(?:s|ed|ing)?|repl(?:y|ies|ied)|stress(?:es|ed|ing)?|warn(?:s|ed|ing)?|not(?:es|ed|ing)|remark(?:s|ed|ing)?|declar(?:e|es|ed|ing)|insist(?:s|ed|ing)?|recall(?:s|ed|ing)?|express(?:es|ed|ing)?|maintain(?:s|ed)|report(?:s|ed)|writ(?:es|ing)|wrote|call(?:s|ed) for|hop(?:es|ed)|highlight(?:s|ed))$/u;
const ACCORDING = /\baccording to\s(?:the\s|an?\s)?(?:\p{Ll}+\s){0,3}$/iu;
/** Words between a name and the verb of its speech, such as an office in apposition. */
const REACH = 14;

/** Whether a word, in small letters, tells that somebody says something. */
export function isSpeech(lower: string): boolean {
  return SPEECH.test(lower);
}

/** Who says something in a text: the name before a verb of speech, the one right after it, or one after "according to". */
export function speakersOf({ text, words, parties }: Statement): Party[] {
  const verbs = words.filter(({ lower }) => isSpeech(lower));
  return parties.filter((party) => {
    if (ACCORDING.test(text.slice(Math.max(0, party.start - 60), party.start))) return true;
    return verbs.some((verb) => {
      if (verb.end <= party.start)
        return (
          party.start - verb.end <= 12 &&
          /^\s(?:(?:the|an?)\s|\p{Ll}+\s)?$/u.test(text.slice(verb.end, party.start)) &&
          /["”’,]\s*$/u.test(text.slice(0, verb.start))
        );
      const between = words.filter(({ start }) => start >= party.end && start < verb.start).length;
      const nearest = parties.findLast(({ end }) => end <= verb.start);
      return (
        between <= REACH &&
        (nearest === party || between <= 2 || /,/u.test(text.slice(party.end, verb.start)))
      );
    });
  });
}

/** Whether anybody is told to say something. */
export function isSpoken({ text, words }: Statement): boolean {
  return /\baccording to\b/iu.test(text) || words.some(({ lower }) => isSpeech(lower));
}
