import type { SourceDocument } from '../domain/document.js';
import type { DocumentProblem } from '../ingest/invalid-document.js';
import { type Connection, createDatabase, openForWriting } from './database.js';
import { documentFacets } from './document-facets.js';
import { fromDocument } from './document-rows.js';
import type { SourceFile } from './document-source.js';
import { type EmbeddedPassage, textOf } from './embedded-passage.js';
import { documentDigest } from './fingerprint.js';
import { passageTerms } from './passage-terms.js';
import { vectorBytes } from './stored-vector.js';

/** Fills the database of a new build. */
export interface DatabaseWriter {
  /** What is there so far, to be read. */
  readonly database: Connection;
  /** Notes a file that is read; `digest` is that of its content. */
  addFile(file: SourceFile, digest: string): void;
  /** @param doubleOf The file whose document made this one be left out. */
  addProblem(problem: DocumentProblem, doubleOf: string | null): void;
  /** Gives the row of the document. Its passages follow, all of them, with rows from `firstPassage` on. */
  addDocument(
    document: SourceDocument,
    place: { readonly file: string; readonly firstPassage: number; readonly passages: number },
  ): number;
  /** Passages come in the order of their rows. */
  addPassages(passages: readonly EmbeddedPassage[]): void;
  /** @param isNew Whether the database began with nothing. */
  finish(isNew: boolean): void;
  /** Lets go of the file, finished or not. */
  close(): void;
}

/** @param isNew Whether to begin with nothing, or to change what is there. */
export function createDatabaseWriter(path: string, isNew: boolean): DatabaseWriter {
  const database = isNew ? createDatabase(path) : openForWriting(path);
  const insertFile = database.prepare('INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)');
  const insertProblem = database.prepare('INSERT INTO problems VALUES (?, ?, ?, ?, ?)');
  const insertDocument = database.prepare(
    `INSERT INTO documents (id, title, path, hash, author, publisher, published, url, language,
       licence, tags, other, page_starts, published_first, published_last, first_passage,
       passage_count, digest, file)
     VALUES (:id, :title, :path, :hash, :author, :publisher, :published, :url, :language,
       :licence, :tags, :other, :pageStarts, :publishedFirst, :publishedLast, :firstPassage,
       :passageCount, :digest, :file)`,
  );
  const insertFacet = database.prepare('INSERT INTO document_facets VALUES (?, ?, ?)');
  const insertText = database.prepare('INSERT INTO document_texts VALUES (?, ?, ?)');
  const insertPassage = database.prepare(
    'INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const insertVector = database.prepare('INSERT INTO passage_vectors VALUES (?, ?, ?)');
  const insertSentence = database.prepare('INSERT INTO sentences VALUES (?, ?, ?, ?, ?, ?, ?)');
  const insertTerms = database.prepare(
    'INSERT INTO passage_terms (rowid, own, context) VALUES (?, ?, ?)',
  );
  const lastSentence = database.prepare<[], number | null>('SELECT max(row) FROM sentences');
  let sentenceRows = (lastSentence.pluck().get() ?? -1) + 1;

  const addPassage = (embedded: EmbeddedPassage) => {
    const { document, documentRow, passage, row, key, vector, sentences } = embedded;
    const { id, ordinal, start, end, headings } = passage;
    const text = textOf(embedded, passage);
    const place = [row, id, documentRow, ordinal, start, end, sentenceRows, sentences.length];
    insertPassage.run(...place, JSON.stringify(headings), text);
    insertVector.run(row, key, vectorBytes(vector));
    const { own, context } = passageTerms(text, document.title, headings);
    insertTerms.run(row, own, context);
    for (const [i, sentence] of passage.sentences.entries()) {
      const { key: sentenceKey, packed } = sentences[i] as EmbeddedPassage['sentences'][number];
      const { start: from, end: to, kind } = sentence;
      insertSentence.run(sentenceRows++, from, to, kind, sentenceKey, packed.scale, packed.bytes);
    }
  };

  return {
    database,
    addFile: ({ path: file, bytes, modifiedMs }, digest) => {
      insertFile.run(file, bytes, modifiedMs, digest);
    },
    addProblem: ({ file, line, message, remedy }, doubleOf) => {
      insertProblem.run(file, line, message, remedy, doubleOf);
    },
    addDocument: database.transaction(
      (document: SourceDocument, { file, firstPassage, passages }) => {
        const columns = { ...fromDocument(document), firstPassage, passageCount: passages };
        const digest = documentDigest(document);
        const row = Number(insertDocument.run({ ...columns, digest, file }).lastInsertRowid);
        insertText.run(row, document.text, JSON.stringify(document.blocks));
        for (const { name, value } of documentFacets(document)) insertFacet.run(name, value, row);
        return row;
      },
    ),
    addPassages: database.transaction((passages: readonly EmbeddedPassage[]) =>
      passages.forEach(addPassage),
    ),
    finish: (isNew) => {
      if (!isNew) return;
      database.exec("INSERT INTO passage_terms (passage_terms) VALUES ('optimize')");
      database.exec('ANALYZE');
    },
    close: () => database.close(),
  };
}
