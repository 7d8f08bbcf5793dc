import { z } from 'zod';
import { FootnoteError } from '../../src/errors.js';
import { parseJson, readText } from './read-text.js';
import type { ImportedDocument } from './write-corpus.js';

/** A question about one paragraph. */
export interface ParagraphQuestion {
  readonly id: string;
  readonly question: string;
  /** The paragraph it was asked about. */
  readonly documentId: string;
  /** Accepted answers; none where the paragraph does not answer it. */
  readonly answers: readonly string[];
}

/** Paragraphs, each a document, and questions about them. */
export interface ParagraphQuestions {
  readonly documents: readonly ImportedDocument[];
  readonly questions: readonly ParagraphQuestion[];
}

const SquadSchema = z.object({
  data: z.array(
    z.object({
      title: z.string().default(''),
      paragraphs: z.array(
        z.object({
          context: z.string(),
          qas: z.array(
            z.object({
              id: z.union([z.string(), z.number()]).transform(String),
              question: z.string(),
              answers: z.array(z.object({ text: z.string() })).default([]),
              is_impossible: z.boolean().default(false),
            }),
          ),
        }),
      ),
    }),
  ),
});

export interface SquadChoice {
  /** Titles of the articles whose paragraphs are searched; all unless given. */
  readonly articles?: readonly string[] | undefined;
  /** Titles of the articles whose questions are asked; those of `articles` unless given. */
  readonly ask?: readonly string[] | undefined;
  /** Questions at most, spread evenly over the file. */
  readonly limit?: number | undefined;
}

/**
 * Reads a file in the layout of SQuAD 1.1 or 2.0, gzipped or not.
 * @throws FootnoteError `not_found` for an article that is not there, `invalid_request` for a file of another layout
 */
export async function readSquad(
  file: string,
  { articles, ask = articles, limit }: SquadChoice = {},
): Promise<ParagraphQuestions> {
  const { data } = parseJson(await readText(file), file, SquadSchema);
  const titles = data.map(({ title }) => title);
  for (const title of [...(articles ?? []), ...(ask ?? [])])
    if (!titles.includes(title))
      throw new FootnoteError(
        'not_found',
        `${file} has no article "${title}". It has ${titles.join(', ')}.`,
      );
  const documents: ImportedDocument[] = [];
  const questions: ParagraphQuestion[] = [];
  for (const { title, paragraphs } of data) {
    if (articles !== undefined && !articles.includes(title)) continue;
    for (const { context, qas } of paragraphs) {
      const documentId = `p${documents.length + 1}`;
      documents.push({ id: documentId, title: title.replaceAll('_', ' '), text: context.trim() });
      if (ask !== undefined && !ask.includes(title)) continue;
      for (const { id, question, answers, is_impossible } of qas) {
        if (question.trim() === '') continue;
        const accepted = is_impossible ? [] : [...new Set(answers.map(({ text }) => text))];
        questions.push({ id, question: question.trim(), documentId, answers: accepted });
      }
    }
  }
  return { documents, questions: spread(questions, limit) };
}

function spread<T>(items: readonly T[], limit = items.length): readonly T[] {
  if (limit >= items.length) return items;
  return Array.from(
    { length: limit },
    (_, place) => items[Math.floor((place * items.length) / limit)] as T,
  );
}
