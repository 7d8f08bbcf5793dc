import type { QuestionRecord } from './question.js';

/**
 * What is wrong with the evidence of the questions: a document that does not exist, a quote that is
 * not verbatim in it. One line per problem, empty where all is well.
 * @param texts Canonical text by document id.
 */
export function evidenceProblems(
  questions: readonly QuestionRecord[],
  texts: ReadonlyMap<string, string>,
): string[] {
  const problems: string[] = [];
  for (const question of questions) {
    if (!question.answerable) continue;
    for (const { documentId, quote } of question.evidence) {
      const text = texts.get(documentId);
      if (text === undefined) problems.push(`${question.id}: no document "${documentId}"`);
      else if (!text.includes(quote))
        problems.push(`${question.id}: not verbatim in "${documentId}": "${quote}"`);
    }
  }
  return problems;
}
