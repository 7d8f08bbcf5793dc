import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FootnoteError } from '../../src/errors.js';
import { placesIn } from '../cited-places.js';
import { containsAnswer } from '../metrics/normalise.js';
import { type Stretch, stretchesOf, stretchWithAllWords } from './answering-words.js';
import { evidenceProblems } from './check-evidence.js';
import type { Dataset } from './load-dataset.js';
import type { QuestionRecord, UnanswerableQuestion } from './question.js';

type Texts = ReadonlyMap<string, string>;

/** Problems told of at once. */
const TOLD = 20;
const SHOWN = 200;

/**
 * Checks what a dataset claims, beyond what loading it checks: a README that tells where it comes from, every evidence quote verbatim
 * in its document, and no unanswerable question that a search for its words or for what would answer it finds an answer to.
 * @param texts Canonical text by id of all documents it is about; null where they are not at hand, which leaves only the README.
 * @throws FootnoteError `invalid_request`, with each problem on a line: file and line, what was wanted, what came, what to do
 */
export async function checkDataset(dataset: Dataset, texts: Texts | null): Promise<void> {
  const documents = [...(texts ?? [])].map(([id, text]) => ({
    id,
    text,
    stretches: stretchesOf(text),
  }));
  const problems = [
    ...(await readmeProblems(dataset)),
    ...(texts === null
      ? []
      : dataset.questions.flatMap((question) =>
          problemsOf(question, texts, documents).map(
            (problem) => `${dataset.file}:${dataset.lineOf.get(question.id)}: ${problem}`,
          ),
        )),
  ];
  if (problems.length === 0) return;
  const more = problems.length > TOLD ? [`and ${problems.length - TOLD} more`] : [];
  throw new FootnoteError(
    'invalid_request',
    [
      `The dataset ${dataset.name} has ${problems.length} problems.`,
      ...problems.slice(0, TOLD),
      ...more,
    ].join('\n'),
  );
}

async function readmeProblems({ folder }: Dataset): Promise<string[]> {
  const file = join(folder, 'README.md');
  if (!existsSync(file))
    return [
      `${file}: wanted is a README that says who wrote the questions, from what and under which licence, and there is none. Write it.`,
    ];
  const text = await readFile(file, 'utf8');
  return /licen[cs]e/i.test(text)
    ? []
    : [
        `${file}: wanted is where the questions come from and their licence, and no licence is named. Add it.`,
      ];
}

/** A document prepared for the search. */
interface Searched {
  readonly id: string;
  readonly text: string;
  readonly stretches: readonly Stretch[];
}

function problemsOf(
  question: QuestionRecord,
  texts: Texts,
  documents: readonly Searched[],
): string[] {
  if (question.answerable)
    return evidenceProblems([question], texts).map(
      (problem) => `${problem}. Copy the quote from the document, letter by letter.`,
    );
  const { id, decoys = [], absent = [] } = question;
  return [
    ...decoys
      .filter(({ documentId, quote }) => !texts.get(documentId)?.includes(quote))
      .map(
        ({ documentId, quote }) =>
          `${id}: wanted is a decoy verbatim in "${documentId}", and "${quote}" is not. Copy it from the document.`,
      ),
    ...documents.flatMap((document) => [
      ...absent
        .filter((answer) => containsAnswer(document.text, answer))
        .map(
          (answer) =>
            `${id}: wanted is that no document holds "${answer}", and "${document.id}" does. Correct "absent", or make the question answerable.`,
        ),
      ...seeminglyAnswered(question, document),
    ]),
  ];
}

function seeminglyAnswered(
  question: UnanswerableQuestion,
  { id, text, stretches }: Searched,
): string[] {
  const spans = (question.decoys ?? [])
    .filter(({ documentId }) => documentId === id)
    .flatMap(({ quote }) => placesIn(id, text, quote));
  const found = stretchWithAllWords(question, stretches, spans);
  return found === undefined
    ? []
    : [
        `${question.id}: wanted is a question that nothing answers, and "${id}" has all of its words together: "${found.text.slice(0, SHOWN)}". Make it answerable, or, where that does not answer it, name the quote in "decoys".`,
      ];
}
