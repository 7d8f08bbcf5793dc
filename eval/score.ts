import type { Citation } from '../src/contract/citation.js';
import type { AnswerableQuestion, QuestionRecord } from './dataset/question.js';
import { placesOf } from './evidence-places.js';
import { answerCorrect } from './metrics/answer-correct.js';
import { answerLengthWords } from './metrics/answer-length.js';
import { citationDocumentPrecision, citationDocumentRecall } from './metrics/citation-documents.js';
import { evidenceRecall } from './metrics/evidence-recall.js';
import { partsRecall } from './metrics/parts-recall.js';
import { shortAnswerContains, shortAnswerExact } from './metrics/short-answer.js';
import { isVerbatim } from './metrics/verbatim.js';
import type { Answered } from './outcome.js';

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
  readonly shortExact: number | null;
  readonly shortContains: number | null;
  readonly documentPrecision: number | null;
  readonly documentRecall: number | null;
  readonly evidenceRecall: number | null;
  /** One entry per citation. */
  readonly verbatim: readonly boolean[];
  /** One entry per answer sentence: it has a citation, and all of its citations are verbatim. */
  readonly grounded: readonly boolean[];
  /** Values of the sides of the disagreement shown; null where none is. */
  readonly sidesShown: readonly string[] | null;
  readonly words: number | null;
  readonly reasonRight: number | null;
  readonly latencyMs: number;
}

/**
 * Judges one response.
 * @param texts Canonical text by document id, of all documents the evidence or the citations name.
 */
export function score(
  { question, response, latencyMs }: Answered,
  texts: ReadonlyMap<string, string>,
): Score {
  const { answer, citations } = response;
  const verbatim = citations.map((citation) =>
    isVerbatim(citation, texts.get(citation.documentId)),
  );
  const proven = new Set(citations.filter((_, index) => verbatim[index]).map((one) => one.number));
  const correct = question.answerable ? answerCorrect(answer?.text ?? '', question) : null;
  const due = question.answerable ? undefined : question.abstentionReason;
  return {
    question,
    abstained: answer === null,
    right: question.answerable ? correct === 1 : answer === null,
    confidence: answer?.confidence ?? null,
    answerCorrect: correct,
    ...(question.answerable && answer !== null
      ? againstAnswer(question, answer, citations, texts)
      : NOT_APPLICABLE),
    verbatim,
    grounded: (answer?.sentences ?? []).map(
      (sentence) =>
        sentence.citations.length > 0 && sentence.citations.every((number) => proven.has(number)),
    ),
    sidesShown: response.disagreement?.sides.map((side) => side.value) ?? null,
    words: answer === null ? null : answerLengthWords(answer.text),
    reasonRight: due === undefined ? null : Number(response.abstention?.reason === due),
    latencyMs,
  };
}

const NOT_APPLICABLE = {
  partsRecall: null,
  shortExact: null,
  shortContains: null,
  documentPrecision: null,
  documentRecall: null,
  evidenceRecall: null,
};

function againstAnswer(
  question: AnswerableQuestion,
  answer: { readonly text: string; readonly shortAnswer: string | null },
  citations: readonly Citation[],
  texts: ReadonlyMap<string, string>,
) {
  const { shortAnswer } = answer;
  const hasShort = shortAnswer !== null && question.parts === undefined;
  const cited = citations.map((citation) => citation.documentId);
  const wanted = {
    documentIds: question.evidence.map((one) => one.documentId),
    mode: question.evidenceMode,
  };
  return {
    partsRecall: question.parts === undefined ? null : partsRecall(answer.text, question.parts),
    shortExact: hasShort ? shortAnswerExact(shortAnswer, question.answers) : null,
    shortContains: hasShort ? shortAnswerContains(shortAnswer, question.answers) : null,
    documentPrecision: citationDocumentPrecision(cited, wanted),
    documentRecall: citationDocumentRecall(cited, wanted),
    evidenceRecall: evidenceRecall(citations, placesOf(question, texts), question.evidenceMode),
  };
}
