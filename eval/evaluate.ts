import { FootnoteError } from '../src/errors.js';
import { asFarAsTold } from './as-far-as-told.js';
import { type AskAllOptions, askAll } from './ask-all.js';
import { evidenceProblems } from './dataset/check-evidence.js';
import type { QuestionRecord } from './dataset/question.js';
import { diagnose, type Stage } from './diagnose.js';
import { valuesOf } from './figures.js';
import { notMeasurable, withoutUnmeasurable } from './not-measurable.js';
import type { Outcome } from './outcome.js';
import { type Score, score } from './score.js';
import { type Summary, type SummaryOptions, summarise } from './summarise.js';
import type { Target } from './target/target.js';

/** One question, asked and judged: the record of it in reports and saved results. */
export interface Judged {
  /** What was asked and expected, and the response with its latency, or the error. */
  readonly outcome: Outcome;
  /** Null for a failed request. */
  readonly score: Score | null;
  /** The score as plain numbers by name of figure; none for a failed request. */
  readonly values: Readonly<Record<string, number | null>>;
  /** Null where all is well. */
  readonly stage: Stage | null;
}

export interface Evaluation {
  readonly judged: readonly Judged[];
  readonly errors: number;
  /** Over all questions whose request did not fail. */
  readonly overall: Summary;
  /** The figures of `CATEGORY_FIGURES` by category, in the order of the names. */
  readonly categories: Readonly<Record<string, Summary>>;
  /** Figures that the target's answers cannot tell, by name, each with the reason. */
  readonly notMeasurable: Readonly<Record<string, string>>;
  /** Text by id of every document that the evidence names, and of those cited that could be read. */
  readonly texts: ReadonlyMap<string, string>;
}

/** What is measured per category. */
export const CATEGORY_FIGURES = ['right', 'evidenceRecall', 'documentPrecision', 'falseAbstention'];

/**
 * Asks the questions, judges the responses and sums them up.
 * @throws FootnoteError `corpus_invalid` where an evidence quote is not verbatim in the target's documents.
 */
export async function evaluate(
  target: Target,
  questions: readonly QuestionRecord[],
  { intervals, ...options }: AskAllOptions & Pick<SummaryOptions, 'intervals'>,
): Promise<Evaluation> {
  const texts = new Map<string, string>();
  await fetchTexts(target, evidenceIds(questions), texts);
  const problems = evidenceProblems(questions, texts);
  if (problems.length > 0)
    throw new FootnoteError(
      'corpus_invalid',
      `The documents served are not those the questions were written on: ${problems.length} evidence quotes are wanting, the first: ${problems[0]}. Serve the corpus of the dataset, or correct its evidence.`,
    );

  const outcomes = await askAll(target, questions, options);
  // A cited document that cannot be read leaves its citations unproven; it must not end the evaluation.
  for (const id of new Set(citedIds(outcomes)))
    await fetchTexts(target, [id], texts).catch(() => {});
  const judged: Judged[] = [];
  for (const outcome of outcomes) {
    const scored =
      outcome.response === null
        ? null
        : asFarAsTold(score(outcome, texts), outcome.response, target.lacks ?? {});
    const stage = diagnose(outcome, scored, texts);
    const values = scored === null ? {} : valuesOf(scored);
    judged.push({ outcome, score: scored, values, stage });
  }
  const scores = judged.flatMap((one) => one.score ?? []);
  const names = [...new Set(questions.map((one) => one.category))].sort();
  const untold = notMeasurable(target.lacks ?? {}, outcomes);
  return {
    judged,
    errors: judged.length - scores.length,
    overall: withoutUnmeasurable(summarise(scores, { intervals }), untold),
    categories: Object.fromEntries(
      names.map((name) => [
        name,
        withoutUnmeasurable(
          summarise(
            scores.filter((one) => one.question.category === name),
            { names: CATEGORY_FIGURES, intervals },
          ),
          untold,
        ),
      ]),
    ),
    notMeasurable: untold,
    texts,
  };
}

function evidenceIds(questions: readonly QuestionRecord[]): string[] {
  return questions.flatMap((one) =>
    one.answerable ? one.evidence.map((evidence) => evidence.documentId) : [],
  );
}

function citedIds(outcomes: readonly Outcome[]): string[] {
  return outcomes.flatMap(
    (one) => one.response?.citations.flatMap((cited) => cited.documentId ?? []) ?? [],
  );
}

async function fetchTexts(
  target: Target,
  ids: readonly string[],
  texts: Map<string, string>,
): Promise<void> {
  for (const id of new Set(ids)) {
    if (texts.has(id)) continue;
    const document = await target.document(id);
    if (document !== undefined) texts.set(id, document.text);
  }
}
