import { enumerationsIn } from './enumerations.js';

/** What the wording of a sentence shows it to do. */
export interface SentenceTraits {
  readonly givesReason: boolean;
  readonly defines: boolean;
  readonly enumerates: boolean;
  /** Reports what somebody said. */
  readonly reportsSpeech: boolean;
  readonly asks: boolean;
  /** Ends as a sentence does; a byline or a caption often does not. */
  readonly isFinished: boolean;
}

const REASON =
  /\b(?:because|due to|since|as a result|owing to|therefore|thus|so that|in order to|caused|led to|driven by|reason|stem(?:s|med|ming)? from|needed to|thanks to|to (?:counter|avoid|rebuild|secure|prevent))\b/iu;
const DEFINITION =
  /\b(?:means?|refers? to|known as|called|defined as|in other words|is an?|are an?|that is|stands for)\b|\(|—|:/iu;
const QUESTION = /[?？]["'”’)]*$/u;

const FINISHED = /[\p{Sentence_Terminal}…]["'”’»)\]]*$/u;

/** Words that report what somebody said. */
export const SPEECH =
  /\b(?:said|stated|told|emphasi[sz]ed|explained|added|responded|remarked|noted|argued|according to|announced|stressed|expressed)\b/iu;

/** Reads the traits off the words. */
export function traitsOf(text: string): SentenceTraits {
  return {
    givesReason: REASON.test(text),
    defines: DEFINITION.test(text),
    enumerates: enumerationsIn(text).length > 0,
    reportsSpeech: SPEECH.test(text),
    asks: QUESTION.test(text),
    isFinished: FINISHED.test(text),
  };
}
