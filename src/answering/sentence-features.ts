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
  'previousCosine',
  'nextCosine',
  'listAfter',
  'reasonBefore',
  'passageCosine',
  'passageFusion',
  'passageFirst',
  'lexicalShare',
  'termRecall',
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
  'unfinished',
] as const;

export type SentenceFeature = (typeof SENTENCE_FEATURES)[number];

const PLACES = new Map<string, number>(SENTENCE_FEATURES.map((name, place) => [name, place]));

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

/** A best passage below this is like the question in nothing; scores are not measured against less. */
const LEAST_FUSION = 0.01;

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
  return candidates.flatMap((candidate) => {
    const passage = analysePassage(candidate.passage);
    const cosines = passage.sentences.map(({ sentence }) => dot(queryVector, sentence.vector));
    const ofPassage = describePassage(candidate, passage);
    return passage.sentences.flatMap((analysed, place): SentenceCandidate[] => {
      if (analysed.sentence.kind === 'heading') return [];
      const features = new Float64Array(SENTENCE_FEATURES.length);
      write(features, ofPassage);
      write(features, describeSentence(view, analysed, place, cosines));
      return [{ candidate, passage, analysed, place, features }];
    });
  });
}

function passageDescriber({ question, weight }: View, candidates: readonly Candidate[]) {
  const topLexical = Math.max(1e-9, ...candidates.map(({ lexical }) => lexical?.score ?? 0));
  const topFusion = Math.max(LEAST_FUSION, ...candidates.map(({ score }) => score));
  const lowestDense = Math.min(1, ...candidates.map(({ dense }) => dense?.score ?? 1));
  return (candidate: Candidate, passage: AnalysedPassage): Record<PassageFeature, number> => ({
    passageCosine: candidate.dense?.score ?? lowestDense,
    passageFusion: Math.max(-1, candidate.score / topFusion),
    passageFirst: 1 / candidate.rank,
    lexicalShare: (candidate.lexical?.score ?? 0) / topLexical,
    termRecallOfPassage: weightedRecall(question.terms, passage.termSet, weight),
    opensDocument: candidate.passage.ordinal === 0 ? 1 : 0,
  });
}

function describeSentence(
  { question, weight, wantsSpeech }: View,
  analysed: AnalysedSentence,
  place: number,
  cosines: readonly number[],
): Record<Exclude<SentenceFeature, PassageFeature>, number> {
  const { termSet, around, years, sentence, traits } = analysed;
  const suited = suits(question, analysed);
  const met = share(question.years, (year) => years.has(year));
  return {
    sentenceCosine: cosines[place] ?? 0,
    previousCosine: cosines[place - 1] ?? 0,
    nextCosine: cosines[place + 1] ?? 0,
    listAfter: question.type === 'list' && traits.enumerates ? (cosines[place - 1] ?? 0) : 0,
    reasonBefore: question.type === 'reason' ? (cosines[place + 1] ?? 0) : 0,
    termRecall: weightedRecall(question.terms, termSet, weight),
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
    unfinished: traits.isFinished ? 0 : 1,
  };
}

function write(features: Float64Array, values: Partial<Record<SentenceFeature, number>>): void {
  for (const name in values) {
    const place = PLACES.get(name);
    if (place !== undefined) features[place] = values[name as SentenceFeature] ?? 0;
  }
}
