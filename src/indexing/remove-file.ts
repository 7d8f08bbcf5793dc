import type { Connection } from './database.js';
import { documentFacets } from './document-facets.js';
import { HEADER_COLUMNS, type HeaderRow, toHeader } from './document-rows.js';
import { passageTerms } from './passage-terms.js';

interface Range {
  readonly first: number;
  readonly count: number;
}

interface PassageRow {
  readonly row: number;
  readonly text: string;
  readonly headings: string;
  readonly firstSentence: number;
  readonly sentenceCount: number;
}

/**
 * Gives the function that takes everything of a file out of a database: the file, its problems and its
 * documents with all that belongs to them. It returns the rows of the passages that are gone.
 */
export function prepareFileRemoval(database: Connection): (file: string) => readonly number[] {
  const documents = database.prepare<[string], HeaderRow & Range>(
    `SELECT ${HEADER_COLUMNS}, first_passage AS first, passage_count AS count
     FROM documents WHERE file = ?`,
  );
  const passages = database.prepare<[number, number], PassageRow>(
    `SELECT row, text, headings, first_sentence AS firstSentence, sentence_count AS sentenceCount
     FROM passages WHERE row >= ? AND row < ?`,
  );
  const deleteTerms = database.prepare(
    "INSERT INTO passage_terms (passage_terms, rowid, own, context) VALUES ('delete', ?, ?, ?)",
  );
  const deleteSentences = database.prepare('DELETE FROM sentences WHERE row >= ? AND row < ?');
  const deletePassage = database.prepare('DELETE FROM passages WHERE row = ?');
  const deleteVector = database.prepare('DELETE FROM passage_vectors WHERE passage = ?');
  const deleteFacet = database.prepare(
    'DELETE FROM document_facets WHERE name = ? AND value = ? AND document = ?',
  );
  const deleteText = database.prepare('DELETE FROM document_texts WHERE document = ?');
  const deleteDocument = database.prepare('DELETE FROM documents WHERE row = ?');
  const deleteProblems = database.prepare('DELETE FROM problems WHERE file = ?');
  const deleteFile = database.prepare('DELETE FROM files WHERE path = ?');

  return database.transaction((file: string): readonly number[] => {
    const gone: number[] = [];
    for (const row of documents.all(file)) {
      for (const passage of passages.all(row.first, row.first + row.count)) {
        const headings = JSON.parse(passage.headings) as string[];
        const { own, context } = passageTerms(passage.text, row.title, headings);
        deleteTerms.run(passage.row, own, context);
        const { firstSentence, sentenceCount } = passage;
        deleteSentences.run(firstSentence, firstSentence + sentenceCount);
        deleteVector.run(passage.row);
        deletePassage.run(passage.row);
        gone.push(passage.row);
      }
      for (const { name, value } of documentFacets(toHeader(row)))
        deleteFacet.run(name, value, row.row);
      deleteText.run(row.row);
      deleteDocument.run(row.row);
    }
    deleteProblems.run(file);
    deleteFile.run(file);
    return gone;
  });
}
