import type { AnalysedQuestion } from '../analysis/question.js';
import type { Candidate } from '../domain/retriever.js';
import { type AnalysedPassage, type AnalysedSentence, analysePassage } from './analysed-passage.js';
import { dot } from './dot.js';
import { suits } from './offers.js';
import { asksForSpeech } from './speech.js';
import { share, type TermWeight, weightedDensity, weightedRecall } from './term-measures.js';

/** What the ranker looks at, each about 0 to 1; the order is that of the weights. */
export const SENTENCE_FEATURES = [
  'sentenceCosine',
  'sentenceCosineBelowBest',
  'neighbourCosine',
  'passageCosine',
  'passageFusion',
  'passageFirst',
  'lexicalShare',
  'termRecall',
  'termRecallBelowBest',
  'termRecallWithNeighbours',
  'termRecallOfPassage',
  'termPrecision',
  'bigramRecall',
  'nameRecall',
  'numberRecall',
  'yearMatch',
  'yearConflict',
  'suits',
  'unsuited',
  'speech',
  'caption',
  'listItem',
  'opensDocument',
  'length',
  'question',
] as const;

export type SentenceFeature = (typeof SENTENCE_FEATURES)[number];

/** A sentence that might answer, with what speaks for it. */
export interface SentenceCandidate {
  readonly candidate: Candidate;
  readonly passage: AnalysedPassage;
  readonly analysed: AnalysedSentence;
  /** Position among the sentences of its passage. */
  readonly place: number;
  /** One value per SENTENCE_FEATURES entry. */
  readonly features: Float64Array;
}

type PassageFeature =
  | 'passageCosine'
  | 'passageFusion'
  | 'passageFirst'
  | 'lexicalShare'
  | 'termRecallOfPassage'
  | 'opensDocument';
type RelativeFeature = 'sentenceCosineBelowBest' | 'termRecallBelowBest';

/** What every sentence of one question is described by. */
interface View {
  readonly question: AnalysedQuestion;
  readonly queryVector: Float32Array;
  readonly weight: TermWeight;
  readonly wantsSpeech: boolean;
}

/** All sentences of the candidates but headings, with their features. Passages keep their order. */
export function describeSentences(
  question: AnalysedQuestion,
  queryVector: Float32Array,
  candidates: readonly Candidate[],
  weight: TermWeight,
): SentenceCandidate[] {
  const view = { question, queryVector, weight, wantsSpeech: asksForSpeech(question) };
  const describePassage = passageDescriber(view, candidates);
  const found = candidates.flatMap((candidate) => {
    const passage = analysePassage(candidate.passage);
    const cosines = passage.sentences.map(({ sentence }) => dot(queryVector, sentence.vector));
    const ofPassage = describePassage(candidate, passage);
    return passage.sentences.flatMap((analysed, place): SentenceCandidate[] => {
      if (analysed.sentence.kind === 'heading') return [];
      const values = { ...ofPassage, ...describeSentence(view, passage, place, analysed, cosines) };
      const features = Float64Array.from(SENTENCE_FEATURES, (name) => values[name]);
      return [{ candidate, passage, analysed, place, features }];
    });
  });
  relateToBest(found, 'sentenceCosine', 'sentenceCosineBelowBest');
  relateToBest(found, 'termRecall', 'termRecallBelowBest');
  return found;
}

function passageDescriber({ question, weight }: View, candidates: readonly Candidate[]) {
  const topLexical = Math.max(1e-9, ...candidates.map(({ lexical }) => lexical?.score ?? 0));
  const topFusion = Math.max(1e-9, ...candidates.map(({ score }) => score));
  const lowestDense = Math.min(1, ...candidates.map(({ dense }) => dense?.score ?? 1));
  return (candidate: Candidate, passage: AnalysedPassage): Record<PassageFeature, number> => ({
    passageCosine: candidate.dense?.score ?? lowestDense,
    passageFusion: candidate.score / topFusion,
    passageFirst: 1 / candidate.rank,
    lexicalShare: (candidate.lexical?.score ?? 0) / topLexical,
    termRecallOfPassage: weightedRecall(question.terms, passage.termSet, weight),
    opensDocument: candidate.passage.ordinal === 0 ? 1 : 0,
  });
}

function describeSentence(
  { question, weight, wantsSpeech }: View,
  passage: AnalysedPassage,
  place: number,
  analysed: AnalysedSentence,
  cosines: readonly number[],
): Record<Exclude<SentenceFeature, PassageFeature>, number> & Record<RelativeFeature, number> {
  const { termSet, years, sentence, traits } = analysed;
  const before = passage.sentences[place - 1];
  const around = new Set([...termSet, ...(before?.termSet ?? []), ...passage.contextTerms]);
  const suited = suits(question, analysed);
  const met = share(question.years, (year) => years.has(year));
  return {
    sentenceCosine: cosines[place] ?? 0,
    sentenceCosineBelowBest: 0,
    neighbourCosine: Math.max(cosines[place - 1] ?? 0, cosines[place + 1] ?? 0),
    termRecall: weightedRecall(question.terms, termSet, weight),
    termRecallBelowBest: 0,
    termRecallWithNeighbours: weightedRecall(question.terms, around, weight),
    termPrecision: weightedDensity(question.terms, termSet, weight),
    bigramRecall: share([...question.bigrams], (bigram) => analysed.bigrams.has(bigram)),
    nameRecall: share(question.names, (name) => name.some((term) => around.has(term))),
    numberRecall: share(question.numbers, (number) => termSet.has(number)),
    yearMatch: met,
    yearConflict: question.years.length > 0 && years.size > 0 && met === 0 ? 1 : 0,
    suits: suited,
    unsuited: suited === 0 ? 1 : 0,
    speech: wantsSpeech && traits.reportsSpeech ? 1 : 0,
    caption: sentence.kind === 'caption' ? 1 : 0,
    listItem: sentence.kind === 'listItem' ? 1 : 0,
    length: Math.min(1, analysed.terms.length / 30),
    question: traits.asks ? 1 : 0,
  };
}

function relateToBest(
  found: readonly SentenceCandidate[],
  from: SentenceFeature,
  to: SentenceFeature,
): void {
  const source = SENTENCE_FEATURES.indexOf(from);
  const target = SENTENCE_FEATURES.indexOf(to);
  const best = Math.max(0, ...found.map(({ features }) => features[source] ?? 0));
  for (const { features } of found) features[target] = best - (features[source] ?? 0);
}
