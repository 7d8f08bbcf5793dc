import { answerCorrect } from '../metrics/answer-correct.js';
import { areaUnderCurve } from '../metrics/area-under-curve.js';
import { percentile } from '../metrics/percentile.js';
import { shortAnswerExact } from '../metrics/short-answer.js';
import { tokenF1 } from '../metrics/token-f1.js';
import type { Target } from '../target/target.js';
import { meanLine, measuredLine } from './measured-lines.js';
import type { MeasuredReport } from './measured-report.js';
import type { ParagraphQuestion, ParagraphQuestions } from './read-squad.js';
import { STAGE_LABELS, STAGES, type StageRankings, stageRankings } from './stage-rankings.js';

interface Asked {
  readonly question: ParagraphQuestion;
  /** Null for a question without an answer. */
  readonly rankings: StageRankings | null;
  readonly abstained: boolean;
  readonly text: string;
  readonly shortAnswer: string | null;
  /** As the response shows it; 0 for an abstention. */
  readonly confidence: number;
  /** The reader's, whether it answered or not. */
  readonly belief: number;
  readonly citesParagraph: boolean;
  readonly totalMs: number;
  readonly readMs: number;
}

/** Asks every question over all paragraphs at once and measures what was found, answered and refused. */
export async function measureParagraphs(
  target: Target,
  { questions }: ParagraphQuestions,
  importedIds: ReadonlyMap<string, string>,
  onProgress?: (done: number, all: number) => void,
): Promise<Pick<MeasuredReport, 'figures' | 'questions'>> {
  const asked: Asked[] = [];
  for (const question of questions) {
    asked.push(await askOne(target, question, importedIds));
    onProgress?.(asked.length, questions.length);
  }
  const answerable = asked.filter(({ question }) => question.answers.length > 0);
  const answered = answerable.filter(({ abstained }) => !abstained);
  const unanswerable = asked.filter(({ question }) => question.answers.length === 0);
  const curve = (label: string, value: (one: Asked) => number) =>
    measuredLine(
      label,
      asked.map((one) => ({ value: value(one), positive: one.question.answers.length > 0 })),
      areaUnderCurve,
      'score',
    );
  const middle = (label: string, value: (one: Asked) => number) =>
    measuredLine(label, asked.map(value), (values) => percentile(values, 50), 'ms');
  const figures = [
    ...STAGES.flatMap((stage) =>
      [1, 5].map((depth) =>
        meanLine(
          `right paragraph ${depth === 1 ? 'first' : 'in five'}, ${STAGE_LABELS[stage]}`,
          answerable.map(({ rankings, question }) =>
            Number(rankings?.[stage].slice(0, depth).includes(question.documentId) ?? false),
          ),
        ),
      ),
    ),
    meanLine('right paragraph cited, of answered answerable', answered.map(cites)),
    meanLine('answer in the answer text, of answerable', answerable.map(holdsAnswer)),
    meanLine('answer in the answer text, of answered answerable', answered.map(holdsAnswer)),
    meanLine('short answer exact, of answerable', answerable.map(isExact)),
    meanLine('short answer F1, of answerable', answerable.map(overlap)),
    meanLine(
      'short answer given, of answered answerable',
      answered.map(({ shortAnswer }) => Number(shortAnswer !== null)),
    ),
    curve('abstention AUC, confidence as shown', ({ confidence }) => confidence),
    curve("abstention AUC, the reader's confidence", ({ belief }) => belief),
    meanLine('abstention recall', unanswerable.map(refused)),
    meanLine('false abstention, of answerable', answerable.map(refused)),
    middle('time of a question, median', ({ totalMs }) => totalMs),
    middle('time of reading, median', ({ readMs }) => readMs),
  ];
  return { figures, questions: asked.map(({ question, ...came }) => ({ ...question, ...came })) };
}

async function askOne(
  target: Target,
  question: ParagraphQuestion,
  importedIds: ReadonlyMap<string, string>,
): Promise<Asked> {
  const hasAnswer = question.answers.length > 0;
  const response = await target.ask({ question: question.question, explain: true });
  const { answer, citations, timings, explanation } = response;
  const cited = citations.map(({ documentId }) => importedIds.get(documentId ?? '') ?? documentId);
  return {
    question,
    rankings: hasAnswer ? await stageRankings(target, question.question, importedIds) : null,
    abstained: answer === null,
    text: answer?.text ?? '',
    shortAnswer: answer?.shortAnswer ?? null,
    confidence: answer?.confidence ?? 0,
    belief: explanation?.confidence ?? answer?.confidence ?? 0,
    citesParagraph: cited.includes(question.documentId),
    totalMs: timings?.totalMs ?? 0,
    readMs: timings?.readMs ?? 0,
  };
}

function cites({ citesParagraph }: Asked): number {
  return Number(citesParagraph);
}

function holdsAnswer({ text, question }: Asked): number {
  return answerCorrect(text, question);
}

function isExact({ shortAnswer, question }: Asked): number {
  return shortAnswer === null ? 0 : shortAnswerExact(shortAnswer, question.answers);
}

function overlap({ shortAnswer, question }: Asked): number {
  return shortAnswer === null ? 0 : tokenF1(shortAnswer, question.answers);
}

function refused({ abstained }: Asked): number {
  return Number(abstained);
}
