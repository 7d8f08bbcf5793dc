import { terms } from '../analysis/terms.js';
import type { PlannedDocument } from './build-plan.js';
import { createDatabase } from './database.js';
import { documentFacets } from './document-facets.js';
import { fromDocument } from './document-rows.js';
import type { EmbeddedPassage } from './embed-plan.js';
import { packVector } from './sentence-vector.js';

/** Fills the database of a new build. */
export interface DatabaseWriter {
  addDocuments(documents: readonly PlannedDocument[]): void;
  /** Passages come in the order of their rows. */
  addPassages(passages: readonly EmbeddedPassage[]): void;
  finish(): void;
  /** Lets go of the file, finished or not. */
  close(): void;
}

export function createDatabaseWriter(path: string): DatabaseWriter {
  const database = createDatabase(path);
  const insertDocument = database.prepare(
    `INSERT INTO documents (row, id, title, path, hash, author, publisher, published, url, language,
       licence, tags, other, page_starts, published_first, published_last, first_passage, passage_count)
     VALUES (:row, :id, :title, :path, :hash, :author, :publisher, :published, :url, :language,
       :licence, :tags, :other, :pageStarts, :publishedFirst, :publishedLast, :firstPassage, :passageCount)`,
  );
  const insertFacet = database.prepare('INSERT INTO document_facets VALUES (?, ?, ?)');
  const insertText = database.prepare('INSERT INTO document_texts VALUES (?, ?, ?)');
  const insertPassage = database.prepare(
    'INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const insertVector = database.prepare('INSERT INTO passage_vectors VALUES (?, ?)');
  const insertSentence = database.prepare('INSERT INTO sentences VALUES (?, ?, ?, ?, ?, ?)');
  const insertTerms = database.prepare(
    'INSERT INTO passage_terms (rowid, own, context) VALUES (?, ?, ?)',
  );
  const documentRows = new Map<string, number>();
  let sentenceRows = 0;

  const addDocument = ({ document, row, firstPassage, passages }: PlannedDocument) => {
    const columns = fromDocument(document);
    insertDocument.run({ ...columns, row, firstPassage, passageCount: passages.length });
    insertText.run(row, document.text, JSON.stringify(document.blocks));
    for (const { name, value } of documentFacets(document)) insertFacet.run(name, value, row);
    documentRows.set(document.id, row);
  };

  const addPassage = ({ document, passage, row, vector, sentenceVectors }: EmbeddedPassage) => {
    const { id, ordinal, start, end, headings, sentences } = passage;
    const text = document.text.slice(start, end);
    const documentRow = documentRows.get(document.id);
    const sentenceRange = [sentenceRows, sentences.length];
    const headingList = JSON.stringify(headings);
    insertPassage.run(
      row,
      id,
      documentRow,
      ordinal,
      start,
      end,
      ...sentenceRange,
      headingList,
      text,
    );
    insertVector.run(row, Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength));
    insertTerms.run(row, joinedTerms([text]), joinedTerms([document.title, ...headings]));
    for (const [i, sentence] of sentences.entries()) {
      const { bytes, scale } = packVector(sentenceVectors[i] as Float32Array);
      const { start: from, end: to, kind } = sentence;
      insertSentence.run(sentenceRows++, from, to, kind, scale, bytes);
    }
  };

  return {
    addDocuments: database.transaction((documents: readonly PlannedDocument[]) =>
      documents.forEach(addDocument),
    ),
    addPassages: database.transaction((passages: readonly EmbeddedPassage[]) =>
      passages.forEach(addPassage),
    ),
    finish: () => {
      database.exec("INSERT INTO passage_terms (passage_terms) VALUES ('optimize')");
      database.exec('ANALYZE');
    },
    close: () => database.close(),
  };
}

function joinedTerms(texts: readonly string[]): string {
  return texts.flatMap(terms).join(' ');
}
