import type { AnalysedQuestion } from '../analysis/question.js';
import type { RankedSentence } from './sentence-ranker.js';

const ASKS_WHO_TELLS =
  /\b(?:said|says?|wrote|writes?|written|argue[sd]?|thinks?|thought|believes?|believed|claim(?:s|ed)?|author|propose[sd]?|warn(?:s|ed)?|stated?|states|conclude[sd]?|stress(?:es|ed)?|maintain(?:s|ed)?|suggest(?:s|ed)?)\b/iu;
/** More than a word or two between quotation marks. */
const QUOTES = /["“«][^"”»]{24,}["”»]/u;

/** The line of a document that names its author. */
export interface Byline {
  readonly sentence: RankedSentence;
  /** As the line has it. */
  readonly author: string;
}

/**
 * For "Who wrote that …?" where the best sentence is the author's own: the line that names the author. Null where the
 * sentence tells or quotes what somebody says, the author is unknown, or no such line was read.
 */
export function bylineFor(
  { text, type }: AnalysedQuestion,
  ranked: readonly RankedSentence[],
): Byline | null {
  const [best] = ranked;
  if (best === undefined || type !== 'person' || !ASKS_WHO_TELLS.test(text)) return null;
  const { analysed, passage } = best.candidate;
  const { documentId, document } = passage.passage;
  const { author } = document.metadata;
  if (author === null || analysed.traits.reportsSpeech || QUOTES.test(analysed.sentence.text))
    return null;
  const sentence = ranked.find(
    ({ candidate }) =>
      candidate.passage.passage.documentId === documentId &&
      !candidate.analysed.traits.isFinished &&
      candidate.analysed.sentence.text.includes(author),
  );
  return sentence === undefined ? null : { sentence, author };
}
