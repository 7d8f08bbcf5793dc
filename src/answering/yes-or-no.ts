import { akin } from '../analysis/akin.js';
import { NEGATION } from '../analysis/negation.js';
import { isSaidOtherwise, opposed } from '../analysis/opposites.js';
import type { AnalysedQuestion } from '../analysis/question.js';
import { words } from '../analysis/terms.js';
import type { AnalysedPassage, AnalysedSentence } from './analysed-passage.js';
import { constraintsOf, unmetConstraints } from './constraints.js';
import { isNegatedNear } from './negation.js';

/** Share of what is asked that the sentence itself must say, in its own words or their opposites. */
const LEAST_SAID = 0.75;
/** Words that leave open whether what is said is so. */
const LEAVES_OPEN =
  /\b(?:may|might|could|would|should|whether|if|perhaps|possibly|probably|hope[sd]?|want(?:s|ed)?|plan(?:s|ned)?|propos(?:e|es|ed|al)|expect(?:s|ed)?|likely|unlikely|hardly|partly|some|not always|only)\b/iu;
const DEMANDS = [
  'otherYear',
  'otherPlace',
  'otherName',
  'otherOwner',
  'swapped',
  'otherUnit',
  'otherRank',
] as const;

/**
 * "Yes" or "No" where a sentence settles the question, else null. It settles it if it says nearly all that is asked, meets
 * every demand of the question (year, country, name, owner, direction between parties, unit, rank) and leaves nothing
 * open. It is "No" where it denies what is asked or says the opposite, and a denial that is asked about turns both round.
 */
export function yesOrNo(
  question: AnalysedQuestion,
  passage: AnalysedPassage,
  sentence: AnalysedSentence,
): 'Yes' | 'No' | null {
  const demands = constraintsOf(question);
  const unmet = unmetConstraints(demands, passage, sentence);
  if (DEMANDS.some((name) => unmet[name] > 0.2)) return null;
  const { text } = sentence.sentence;
  if (LEAVES_OPEN.test(text) || LEAVES_OPEN.test(question.text)) return null;
  const own = words(text);
  const against = opposed(demands.words, own);
  const said = demands.told.filter(
    (term) =>
      own.some((one) => akin(term, one)) || against.includes(term) || isSaidOtherwise(term, own),
  );
  if (said.length === 0 || said.length < LEAST_SAID * demands.told.length) return null;
  const denies = isNegatedNear(sentence, demands.told);
  if (!denies && NEGATION.test(text)) return null;
  return (denies !== against.length > 0) === demands.isNegated ? 'Yes' : 'No';
}
