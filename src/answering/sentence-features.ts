import type { AnalysedQuestion } from '../analysis/question.js';
import type { Candidate } from '../domain/retriever.js';
import { type AnalysedPassage, type AnalysedSentence, analysePassage } from './analysed-passage.js';
import { suits } from './offers.js';
import { SPEECH } from './speech.js';

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

/** Weight of a term by its rarity: `ln(1 + (N - n + 0.5) / (n + 0.5))`, the BM25 inverse document frequency (Robertson and Zaragoza 2009). */
export type TermWeight = (term: string) => number;

/** All sentences of the candidates but headings, with their features. Passages keep their order. */
export function describeSentences(
  question: AnalysedQuestion,
  queryVector: Float32Array,
  candidates: readonly Candidate[],
  weight: TermWeight,
): SentenceCandidate[] {
  const asksForSpeech =
    /\b(?:said|say|says|state|stated|according|told|quote|quoted|emphasi[sz]ed?|claim(?:ed)?|remark|opinion|argue[sd]?|view)\b/iu.test(
      question.text,
    ) || question.type === 'person';
  const topLexical = Math.max(1e-9, ...candidates.map(({ lexical }) => lexical?.score ?? 0));
  const topFusion = Math.max(1e-9, ...candidates.map(({ score }) => score));
  const lowestDense = Math.min(1, ...candidates.map(({ dense }) => dense?.score ?? 1));
  const found: SentenceCandidate[] = [];
  for (const candidate of candidates) {
    const passage = analysePassage(candidate.passage);
    const cosines = passage.sentences.map(({ sentence }) => dot(queryVector, sentence.vector));
    const ofPassage = recall(question, passage.termSet, weight);
    passage.sentences.forEach((analysed, place) => {
      if (analysed.sentence.kind === 'heading') return;
      const before = passage.sentences[place - 1];
      const after = passage.sentences[place + 1];
      const around = new Set([
        ...analysed.termSet,
        ...(before?.termSet ?? []),
        ...passage.contextTerms,
      ]);
      const suited = suits(question, analysed);
      const values: Record<SentenceFeature, number> = {
        sentenceCosine: cosines[place] ?? 0,
        sentenceCosineBelowBest: 0,
        neighbourCosine: Math.max(
          before ? (cosines[place - 1] ?? 0) : 0,
          after ? (cosines[place + 1] ?? 0) : 0,
        ),
        passageCosine: candidate.dense?.score ?? lowestDense,
        passageFusion: candidate.score / topFusion,
        passageFirst: 1 / candidate.rank,
        lexicalShare: (candidate.lexical?.score ?? 0) / topLexical,
        termRecall: recall(question, analysed.termSet, weight),
        termRecallBelowBest: 0,
        termRecallWithNeighbours: recall(question, around, weight),
        termRecallOfPassage: ofPassage,
        termPrecision: precision(question, analysed, weight),
        bigramRecall: share([...question.bigrams], (bigram) => analysed.bigrams.has(bigram)),
        nameRecall:
          question.names.length === 0
            ? 0
            : share(question.names, (name) => name.some((term) => around.has(term))),
        numberRecall:
          question.numbers.length === 0
            ? 0
            : share(question.numbers, (number) => analysed.termSet.has(number)),
        yearMatch:
          question.years.length === 0
            ? 0
            : share(question.years, (year) => analysed.years.has(year)),
        yearConflict:
          question.years.length > 0 &&
          analysed.years.size > 0 &&
          !question.years.some((year) => analysed.years.has(year))
            ? 1
            : 0,
        suits: suited,
        unsuited: suited === 0 ? 1 : 0,
        speech: asksForSpeech && SPEECH.test(analysed.sentence.text) ? 1 : 0,
        caption: analysed.sentence.kind === 'caption' ? 1 : 0,
        listItem: analysed.sentence.kind === 'listItem' ? 1 : 0,
        opensDocument: candidate.passage.ordinal === 0 ? 1 : 0,
        length: Math.min(1, analysed.terms.length / 30),
        question: /[?？]["'”’)]*$/u.test(analysed.sentence.text) ? 1 : 0,
      };
      found.push({
        candidate,
        passage,
        analysed,
        place,
        features: Float64Array.from(SENTENCE_FEATURES, (name) => values[name]),
      });
    });
  }
  relateToBest(found, 'sentenceCosine', 'sentenceCosineBelowBest');
  relateToBest(found, 'termRecall', 'termRecallBelowBest');
  return found;
}

/** Cosine of two unit vectors of one length. */
export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
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

function recall(
  question: AnalysedQuestion,
  within: ReadonlySet<string>,
  weight: TermWeight,
): number {
  let all = 0;
  let met = 0;
  for (const term of question.terms) {
    const value = weight(term);
    all += value;
    if (within.has(term)) met += value;
  }
  return all === 0 ? 0 : met / all;
}

function precision(
  question: AnalysedQuestion,
  sentence: AnalysedSentence,
  weight: TermWeight,
): number {
  let met = 0;
  for (const term of question.terms) if (sentence.termSet.has(term)) met += weight(term);
  return met / (met + 4 + sentence.termSet.size);
}

function share<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  return items.length === 0 ? 0 : items.filter(holds).length / items.length;
}
