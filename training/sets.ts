import { loadDataset } from '../eval/dataset/load-dataset.js';
import { loadCorpus } from '../src/ingest/load-corpus.js';
import { documentOf, type QuestionSet } from './question-set.js';
import { readCases } from './reader/cases.js';

/** The dev questions of one of our own datasets, each with the places of its evidence; follow-ups are left out. */
export async function readOwnDevQuestions(name: string, corpusDir: string): Promise<QuestionSet> {
  const dataset = await loadDataset(name);
  const { documents } = await loadCorpus({
    corpusDir: dataset.corpusDir ?? corpusDir,
    onProblem: 'stop',
  });
  const texts = new Map(documents.map(({ id, text }) => [id, text]));
  return {
    name,
    documents,
    questions: dataset.questions
      .filter(
        (record) =>
          record.split === 'dev' &&
          record.history === undefined &&
          (record.answerable || record.abstentionReason !== 'unsupported_language'),
      )
      .map((record) => ({
        id: record.id,
        question: record.question,
        group: record.id,
        answers: (record.answerable ? record.evidence : []).flatMap(({ documentId, quote }) => {
          const start = texts.get(documentId)?.indexOf(quote) ?? -1;
          return start === -1
            ? []
            : [{ documentId, start, end: start + quote.length, text: quote }];
        }),
      })),
  };
}

/** The cases that the reader was not trained with, as one set; a passage is a document. */
export function readHeldOutCases(data: string): QuestionSet {
  const cases = readCases(data).filter(({ isHeldOut }) => isHeldOut);
  const idOf = (of: string, passage: number) => `${of}-${passage + 1}`;
  return {
    name: 'written',
    documents: cases.flatMap(({ id, passages }) =>
      passages.map(({ title, text }, which) =>
        documentOf(idOf(id, which), title || 'Untitled', [text.trimEnd()]),
      ),
    ),
    questions: cases.flatMap(({ id, questions }) =>
      questions.map(({ question, answers }) => ({
        id: `${id} ${question}`,
        question,
        group: id,
        answers: answers.map(({ passage, start, end, text }) => ({
          documentId: idOf(id, passage),
          start,
          end,
          text,
        })),
      })),
    ),
  };
}
