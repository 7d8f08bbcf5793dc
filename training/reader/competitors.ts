import Database from 'better-sqlite3';
import { terms } from '../../src/analysis/terms.js';

/** Texts that a question's words find, best first. */
export type Competitors = (question: string, most: number) => string[];

/** Ranks texts by BM25, for questions whose own passage must stand out among like ones. */
export function openCompetitors(texts: readonly string[]): Competitors {
  const database = new Database(':memory:');
  database.exec(
    'CREATE VIRTUAL TABLE passages USING fts5(terms, content=\'\', tokenize="unicode61")',
  );
  const insert = database.prepare('INSERT INTO passages (rowid, terms) VALUES (?, ?)');
  database.transaction(() => {
    texts.forEach((text, place) => {
      insert.run(place + 1, terms(text).join(' '));
    });
  })();
  const find = database.prepare<[string, number], { rowid: number }>(
    'SELECT rowid FROM passages WHERE passages MATCH ? ORDER BY bm25(passages), rowid LIMIT ?',
  );
  return (question, most) => {
    const asked = [...new Set(terms(question))].map((term) => `"${term.replaceAll('"', '""')}"`);
    if (asked.length === 0) return [];
    return find.all(asked.join(' OR '), most).map(({ rowid }) => texts[rowid - 1] ?? '');
  };
}
