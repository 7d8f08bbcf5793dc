import { citedPlaces } from './cited-places.js';
import type { AnswerableQuestion, QuestionRecord } from './dataset/question.js';
import { placesOf } from './evidence-places.js';
import { evidenceRanking } from './evidence-ranking.js';
import { answerCorrect } from './metrics/answer-correct.js';
import { answerLengthWords } from './metrics/answer-length.js';
import { citationDocumentPrecision, citationDocumentRecall } from './metrics/citation-documents.js';
import { citationPrecision } from './metrics/citation-precision.js';
import { isShownRight } from './metrics/disagreement.js';
import { evidenceRecall, type PlacedSpan } from './metrics/evidence-recall.js';
import { ndcg } from './metrics/ndcg.js';
import { paragraphSpan } from './metrics/paragraph-span.js';
import { partsRecall } from './metrics/parts-recall.js';
import { isValid, type QuoteValidity, quoteValidity } from './metrics/quote-validity.js';
import { reciprocalRank } from './metrics/reciprocal-rank.js';
import { shortAnswerContains, shortAnswerExact } from './metrics/short-answer.js';
import { claimSupport } from './metrics/support.js';
import { tokenF1 } from './metrics/token-f1.js';
import type { Answered } from './outcome.js';
import type { ReplyAnswer } from './target/reply.js';

/** One outcome in numbers. Null where a measure does not apply to it, which keeps it out of every mean. */
export interface Score {
  readonly question: QuestionRecord;
  readonly abstained: boolean;
  /** A correct answer to an answerable question, an abstention from an unanswerable one. */
  readonly right: boolean;
  /** Of an answer: what it claims for itself. */
  readonly confidence: number | null;
  /** Of an answerable question; an abstention is not correct. */
  readonly answerCorrect: number | null;
  readonly partsRecall: number | null;
  /** Of an answer to an answerable question: whether it has a short answer. */
  readonly shortGiven: number | null;
  readonly shortExact: number | null;
  readonly shortContains: number | null;
  readonly shortF1: number | null;
  readonly documentPrecision: number | null;
  readonly documentRecall: number | null;
  readonly passagePrecision: number | null;
  readonly passageRecall: number | null;
  readonly quotePrecision: number | null;
  /** Recall of evidence quotes. */
  readonly evidenceRecall: number | null;
  /** Of an answer to an answerable question: whether its proven quotes hold an accepted answer, or all parts. */
  readonly answerQuoted: number | null;
  /** One entry per citation: whether it proves itself; null for one without a quote. */
  readonly verbatim: readonly (boolean | null)[];
  /** One entry per citation. */
  readonly validity: readonly QuoteValidity[];
  /** One entry per answer sentence: it has a citation, and all of its citations are proven. */
  readonly grounded: readonly boolean[];
  /** One entry per answer sentence with figures or names: the share of them in its proven quotes. */
  readonly support: readonly number[];
  /** Values of the sides of the disagreement shown; null where none is. */
  readonly sidesShown: readonly string[] | null;
  /** Whether a disagreement is shown that exists, with every side; null where none exists and none is shown. */
  readonly disagreementRight: boolean | null;
  /** Of the evidence of an answerable question, the share among the first five and ten passages retrieved. */
  readonly recallAt5: number | null;
  readonly recallAt10: number | null;
  readonly reciprocalRank10: number | null;
  readonly ndcg10: number | null;
  readonly words: number | null;
  readonly reasonRight: number | null;
  readonly latencyMs: number;
}

type Texts = ReadonlyMap<string, string>;

/**
 * Judges one response. Citations that do not prove themselves support nothing and reach no evidence.
 * @param texts Canonical text by document id, of all documents the evidence or the citations name.
 */
export function score(outcome: Answered, texts: Texts): Score {
  const { question, response, latencyMs } = outcome;
  const { answer, citations } = response;
  const validity = citations.map((citation) =>
    quoteValidity(
      citation,
      citation.documentId === null ? undefined : texts.get(citation.documentId),
    ),
  );
  const verbatim = validity.map(isValid);
  const proven = citations.filter((_, index) => verbatim[index] === true);
  const numbers = new Set(proven.map((one) => one.number));
  const sentences = answer?.sentences ?? [];
  const correct = question.answerable ? answerCorrect(answer?.text ?? '', question) : null;
  const due = question.answerable ? undefined : question.abstentionReason;
  const sidesShown = response.disagreement?.sides.map((side) => side.value) ?? null;
  const sides = (question.answerable && question.sides) || null;
  return {
    question,
    abstained: answer === null,
    right: question.answerable ? correct === 1 : answer === null,
    confidence: answer?.confidence ?? null,
    answerCorrect: correct,
    ...(question.answerable && answer !== null
      ? { ...againstAnswer(question, answer), ...againstEvidence(question, outcome, texts) }
      : NOT_APPLICABLE),
    answerQuoted:
      question.answerable && answer !== null
        ? answerCorrect(proven.map(({ quote }) => quote).join(' … '), question)
        : null,
    verbatim,
    validity,
    grounded: sentences.map(
      ({ citations: own }) => own.length > 0 && own.every((number) => numbers.has(number)),
    ),
    support: sentences.flatMap(({ text, citations: own }) => {
      const quotes = proven.flatMap(({ number, quote }) => (own.includes(number) && quote) || []);
      return claimSupport(text, quotes) ?? [];
    }),
    sidesShown,
    disagreementRight:
      sides === null && sidesShown === null
        ? null
        : isShownRight({ expected: sides, shown: sidesShown }),
    ...ofRetrieval(outcome, texts),
    words: answer === null ? null : answerLengthWords(answer.text),
    reasonRight: due === undefined ? null : Number(response.abstention?.reason === due),
    latencyMs,
  };
}

const NOT_APPLICABLE = {
  partsRecall: null,
  shortGiven: null,
  shortExact: null,
  shortContains: null,
  shortF1: null,
  documentPrecision: null,
  documentRecall: null,
  passagePrecision: null,
  passageRecall: null,
  quotePrecision: null,
  evidenceRecall: null,
};

function againstAnswer(question: AnswerableQuestion, { text, shortAnswer }: ReplyAnswer) {
  const hasShort = shortAnswer !== null && question.parts === undefined;
  return {
    partsRecall: question.parts === undefined ? null : partsRecall(text, question.parts),
    shortGiven: question.parts === undefined ? Number(shortAnswer !== null) : null,
    shortExact: hasShort ? shortAnswerExact(shortAnswer, question.answers) : null,
    shortContains: hasShort ? shortAnswerContains(shortAnswer, question.answers) : null,
    shortF1: hasShort ? tokenF1(shortAnswer, question.answers) : null,
  };
}

function againstEvidence(question: AnswerableQuestion, { response }: Answered, texts: Texts) {
  const mode = question.evidenceMode;
  const wanted = { documentIds: question.evidence.map((one) => one.documentId), mode };
  const documents = response.citations.flatMap((citation) => citation.documentId ?? []);
  const evidence = placesOf(question, texts);
  const cited = response.citations.map((citation) => citedPlaces(citation, texts));
  const widen = (span: PlacedSpan) => paragraphSpan(span, texts.get(span.documentId) ?? '');
  const [evidenceAround, citedAround] = [evidence, cited].map((lists) =>
    lists.map((spans) => spans.map(widen)),
  ) as [PlacedSpan[][], PlacedSpan[][]];
  return {
    documentPrecision: citationDocumentPrecision(documents, wanted),
    documentRecall: citationDocumentRecall(documents, wanted),
    passagePrecision: citationPrecision(citedAround, evidenceAround),
    passageRecall: evidenceRecall(citedAround.flat(), evidenceAround, mode),
    quotePrecision: citationPrecision(cited, evidence),
    evidenceRecall: evidenceRecall(cited.flat(), evidence, mode),
  };
}

const NOT_RETRIEVED = { recallAt5: null, recallAt10: null, reciprocalRank10: null, ndcg10: null };

function ofRetrieval({ question, retrieved }: Answered, texts: Texts) {
  if (!question.answerable || retrieved === null) return NOT_RETRIEVED;
  const evidence = placesOf(question, texts);
  const { ranking, relevant } = evidenceRanking(retrieved, evidence);
  const recall = (depth: number) =>
    evidenceRecall(retrieved.slice(0, depth), evidence, question.evidenceMode);
  return {
    recallAt5: recall(5),
    recallAt10: recall(10),
    reciprocalRank10: reciprocalRank(ranking, relevant, 10),
    ndcg10: ndcg(ranking, new Map([...relevant].map((id) => [id, 1])), 10),
  };
}
