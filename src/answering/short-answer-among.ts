import type { AnalysedQuestion } from '../analysis/question.js';
import type { SentenceReading } from '../domain/passage-reader.js';
import { constraintsOf, unmetConstraints } from './constraints.js';
import { qualified } from './figure-value.js';
import type { SentenceCandidate } from './sentence-features.js';
import type { RankedSentence } from './sentence-ranker.js';
import { likeliest, shortAnswer, spanGroupOf } from './short-answer.js';
import { quotesByPronoun } from './stand-alone.js';
import { yesOrNo } from './yes-or-no.js';

/** A further sentence may give the short answer when it is at least this likely, as a share of the best one's probability. */
const LEAST_SHARE = 0.2;
/** What a sentence keeps of its likelihood when it plainly fails a demand, such as the year or the country asked about. */
const KEPT_WHEN_UNMET = 0.2;
const DEMANDS = [
  'otherYear',
  'otherPlace',
  'otherOwner',
  'otherUnit',
  'opposed',
  'otherRank',
] as const;

/** "How large was the harvest?" asks for a sum; a share or a rate of change is asked for by name. */
const ASKS_SIZE = /^\W*how (?:large|big|great|small)\b/iu;
const ASKS_RELATION =
  /\b(?:share|rate|percent\w*|proportion|margin|majority|growth|gr(?:e|o)w\w*|r(?:i|o)se\w*|f(?:a|e)ll\w*|increas\w*|decreas\w*|drop\w*|declin\w*|chang\w*|gain\w*|surg\w*|expan\w*|shr(?:i|a|u)nk\w*|reduc\w*|cuts?|discount|tax\w*|tariffs?)\b/iu;
const RELATIVE = /(?:%|per ?cent\b)/iu;

/**
 * The short answer, taken from the sentence that most likely both answers and offers a stretch of the kind asked for; null
 * where none does. Verbatim in one of the sentences, a limit that belongs to a figure included ("over 90%"), but for
 * "Yes" and "No", which are given only where a sentence settles the question.
 */
export function shortAnswerAmong(
  question: AnalysedQuestion,
  chosen: readonly RankedSentence[],
  readingOf: (candidate: SentenceCandidate) => SentenceReading | null,
): string | null {
  const [best] = chosen.toSorted((a, b) => b.probability - a.probability);
  if (best === undefined) return null;
  const speaker = question.type === 'person' ? sentenceOfSpeaker(best, chosen) : undefined;
  const byLikelihood = (speaker === undefined ? chosen : [best, speaker]).toSorted(
    (a, b) => b.probability - a.probability,
  );
  if (question.type === 'yesNo')
    return yesOrNo(question, best.candidate.passage, best.candidate.analysed);
  const demands = constraintsOf(question);
  const offers = byLikelihood
    .filter((one) => one === speaker || one.probability >= best.probability * LEAST_SHARE)
    .flatMap(({ candidate, probability }) => {
      const { analysed, passage } = candidate;
      const reading = readingOf(candidate);
      const text = textOf(question, analysed, reading);
      if (text === null) return [];
      const unmet = unmetConstraints(demands, passage, analysed);
      const most = Math.max(
        ...DEMANDS.map((name) => unmet[name]),
        RELATIVE.test(text) && asksForSum(question) ? 1 : 0,
      );
      const sure =
        spanGroupOf(question) === null
          ? 1
          : (likeliest(question, analysed, reading)?.probability ?? 1);
      return [{ text, likelihood: probability * sure * (1 - (1 - KEPT_WHEN_UNMET) * most) }];
    });
  return offers.toSorted((a, b) => b.likelihood - a.likelihood)[0]?.text ?? null;
}

/** The sentence before one that quotes somebody by a pronoun; it says who that is. */
function sentenceOfSpeaker(
  { candidate: { analysed, passage, place } }: RankedSentence,
  chosen: readonly RankedSentence[],
): RankedSentence | undefined {
  if (!quotesByPronoun(analysed.sentence.text)) return undefined;
  return chosen.find(
    ({ candidate }) => candidate.passage === passage && candidate.place === place - 1,
  );
}

function asksForSum({ text }: AnalysedQuestion): boolean {
  return ASKS_SIZE.test(text) && !ASKS_RELATION.test(text);
}

function textOf(
  question: AnalysedQuestion,
  analysed: RankedSentence['candidate']['analysed'],
  reading: SentenceReading | null,
): string | null {
  const offer = shortAnswer(question, analysed, reading);
  if (offer === null) return null;
  const quantity = analysed.quantities.find(
    ({ start, end }) => start <= offer.start && offer.end <= end,
  );
  if (quantity === undefined || spanGroupOf(question) !== 'figure') return offer.text;
  const { bound, start } = qualified(analysed.sentence.text, quantity);
  return bound === 'least' || bound === 'most'
    ? analysed.sentence.text.slice(start, offer.end)
    : offer.text;
}
