import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Block, SourceDocument } from '../src/domain/document.js';
import { NO_METADATA } from '../src/ingest/document-format.js';

/** A question with where its answers stand; no answers where the documents hold none. */
export interface LabelledQuestion {
  readonly id: string;
  readonly question: string;
  /** Questions of one group never stand on both sides of a split. */
  readonly group: string;
  readonly answers: readonly {
    readonly documentId: string;
    readonly start: number;
    readonly end: number;
    readonly text: string;
  }[];
}

/** Documents to search and questions about them. */
export interface QuestionSet {
  readonly name: string;
  readonly documents: readonly SourceDocument[];
  readonly questions: readonly LabelledQuestion[];
}

interface SquadFile {
  data: {
    title: string;
    paragraphs: {
      context: string;
      qas: {
        id: string;
        question: string;
        is_impossible: boolean;
        answers: { text: string; answer_start: number }[];
      }[];
    }[];
  }[];
}

/** Reads a file in the official SQuAD 2.0 layout, gzip or not, and at most `most` of its questions: one document an article, one paragraph block a paragraph. */
export function readSquad(path: string, most: number): QuestionSet {
  const file = JSON.parse(readText(path)) as SquadFile;
  const questions: LabelledQuestion[] = [];
  const documents = file.data.map(({ title, paragraphs }) => {
    const id = slug(title);
    const document = documentOf(
      id,
      title.replace(/_/g, ' '),
      paragraphs.map(({ context }) => context),
    );
    paragraphs.forEach(({ context, qas }, which) => {
      const offset = document.blocks[which]?.start ?? 0;
      for (const { id: questionId, question, answers } of qas) {
        questions.push({
          id: questionId,
          question,
          group: id,
          answers: answers.map(({ text, answer_start }) => {
            const start = offset + fromCodePoints(context, answer_start);
            return { documentId: id, start, end: start + text.length, text };
          }),
        });
      }
    });
    return document;
  });
  const chosen = questions
    .map((one) => ({ one, order: digest(one.id) }))
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .slice(0, most)
    .map(({ one }) => one);
  return { name: 'squad', documents, questions: chosen };
}

interface Record {
  id: string;
  question: string;
  context: string;
  title?: string;
  answers: { text: string; answer_start: number }[];
}

/**
 * Reads up to `most` answerable records of a JSON Lines file of question, context and answers; one document a
 * context. They are the last in an order by hash, those that the reader is trained with the first.
 */
export function readRecords(path: string, name: string, most: number): QuestionSet {
  const documents = new Map<string, SourceDocument>();
  const questions: LabelledQuestion[] = [];
  const records = readText(path)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record)
    .filter(({ answers, context }) => answers.length > 0 && !context.includes('\r'))
    .map((record) => ({ record, order: digest(record.id) }))
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .slice(-most);
  for (const { record, order } of records) {
    const id = `${name}-${digest(record.context).slice(0, 16)}`;
    const context = record.context.trimEnd();
    if (!documents.has(id))
      documents.set(id, documentOf(id, record.title ?? 'Untitled', [context]));
    questions.push({
      id: record.id,
      question: record.question,
      group: order,
      answers: record.answers.map(({ text, answer_start }) => {
        const start = fromCodePoints(record.context, answer_start);
        return { documentId: id, start, end: start + text.length, text };
      }),
    });
  }
  return { name, documents: [...documents.values()], questions };
}

/** The documents of one set with up to `most` questions of another, which they are taken not to answer. */
export function withForeignQuestions(
  { name, documents }: QuestionSet,
  other: QuestionSet,
  most: number,
): QuestionSet {
  return {
    name,
    documents,
    questions: other.questions.slice(0, most).map((one) => ({ ...one, answers: [] })),
  };
}

/** The lower-case hexadecimal SHA-256 of a text: a fixed, arbitrary order. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A document of plain paragraphs. */
export function documentOf(
  id: string,
  title: string,
  paragraphs: readonly string[],
): SourceDocument {
  const blocks: Block[] = [];
  let text = '';
  for (const paragraph of paragraphs) {
    if (text !== '') text += '\n\n';
    blocks.push({
      kind: 'paragraph',
      level: 0,
      start: text.length,
      end: text.length + paragraph.length,
    });
    text += paragraph;
  }
  return {
    id,
    title,
    text,
    hash: `sha256-${digest(text)}`,
    metadata: { ...NO_METADATA, language: 'en' },
    blocks,
    path: `${id}.md`,
  };
}

function readText(path: string): string {
  const bytes = readFileSync(path);
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

function slug(title: string): string {
  return title.replace(/[^A-Za-z0-9_-]/g, '-');
}

/** Code units before the n-th code point. */
function fromCodePoints(text: string, points: number): number {
  return [...text].slice(0, points).join('').length;
}
