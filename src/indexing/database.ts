import Database from 'better-sqlite3';
import { pathMatcher } from './path-pattern.js';

export type Connection = Database.Database;

/** Marks a SQLite file as one of ours: "Foot" in ASCII. */
const APPLICATION_ID = 0x466f6f74;

/**
 * The row of a passage is the label of its vector in the vector file and is never given again, so a
 * vector that was taken out cannot be mistaken for another; the passages of a document are neighbours.
 * A `key` is the digest of what was embedded: equal texts need no second embedding.
 *
 * Terms are stored joined by blanks. The `ascii` tokenizer takes every other character than blanks
 * and ASCII punctuation as part of a term, so it cuts just where the term analysis cut, whatever the
 * script; the characters that may stand inside a term, as in 77.2, are named beside it.
 */
const SCHEMA = `
  CREATE TABLE documents (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    path TEXT NOT NULL,
    hash TEXT NOT NULL,
    author TEXT, publisher TEXT, published TEXT, url TEXT, language TEXT, licence TEXT,
    tags TEXT, other TEXT NOT NULL,
    page_starts TEXT,
    published_first TEXT, published_last TEXT,
    first_passage INTEGER NOT NULL, passage_count INTEGER NOT NULL,
    digest TEXT NOT NULL,
    file TEXT NOT NULL
  );
  CREATE INDEX documents_by_hash ON documents (hash);
  CREATE INDEX documents_by_file ON documents (file);
  CREATE TABLE files (
    path TEXT PRIMARY KEY,
    bytes INTEGER NOT NULL,
    modified_ms INTEGER,
    digest TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE problems (
    file TEXT NOT NULL,
    line INTEGER,
    message TEXT NOT NULL,
    remedy TEXT NOT NULL,
    double_of TEXT
  );
  CREATE INDEX problems_by_file ON problems (file);
  CREATE TABLE document_facets (
    name TEXT NOT NULL, value TEXT NOT NULL, document INTEGER NOT NULL,
    PRIMARY KEY (name, value, document)
  ) WITHOUT ROWID;
  CREATE TABLE document_texts (
    document INTEGER PRIMARY KEY,
    text TEXT NOT NULL,
    blocks TEXT NOT NULL
  );
  CREATE TABLE passages (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    document INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    first_sentence INTEGER NOT NULL, sentence_count INTEGER NOT NULL,
    headings TEXT NOT NULL,
    text TEXT NOT NULL
  );
  CREATE TABLE passage_vectors (
    passage INTEGER PRIMARY KEY,
    key BLOB NOT NULL,
    vector BLOB NOT NULL
  );
  CREATE INDEX passage_vectors_by_key ON passage_vectors (key);
  CREATE TABLE sentences (
    row INTEGER PRIMARY KEY,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    kind TEXT NOT NULL,
    key BLOB NOT NULL,
    scale REAL NOT NULL, vector BLOB NOT NULL
  );
  CREATE INDEX sentences_by_key ON sentences (key);
  CREATE VIRTUAL TABLE passage_terms USING fts5(
    own, context, content='', tokenize="ascii tokenchars '.,'"
  );
  CREATE VIRTUAL TABLE passage_vocabulary USING fts5vocab(passage_terms, 'row');
`;

const PLACES =
  'CREATE VIRTUAL TABLE temp.passage_places USING fts5vocab(main, passage_terms, instance)';

/** Makes the database of a build that begins with nothing. */
export function createDatabase(path: string): Connection {
  const database = openForWriting(path);
  database.pragma(`application_id = ${APPLICATION_ID}`);
  database.exec(SCHEMA);
  return database;
}

/**
 * Opens a copy of a build's database, to change it. Nothing is journalled: an interrupted build is
 * thrown away, and a finished one is flushed to disk and checked before it serves.
 */
export function openForWriting(path: string): Connection {
  const database = new Database(path);
  database.pragma('journal_mode = OFF');
  database.pragma('synchronous = OFF');
  return database;
}

/**
 * Opens the database of a finished build for reading, with `path_matches(path, patterns)` in its SQL and the places of
 * each term in `temp.passage_places`; it never writes beside it.
 */
export function openDatabase(path: string): Connection {
  const database = new Database(path, { readonly: true, fileMustExist: true });
  database.pragma('temp_store = MEMORY');
  database.exec(PLACES);
  database.pragma('query_only = ON');
  let patterns = '';
  let matches = pathMatcher([]);
  database.function('path_matches', { deterministic: true }, (path, wanted) => {
    if (wanted !== patterns) {
      patterns = String(wanted);
      matches = pathMatcher(JSON.parse(patterns) as string[]);
    }
    return matches(String(path)) ? 1 : 0;
  });
  return database;
}

/** Says why a database is not one of ours, or undefined where it is. */
export function databaseFault(database: Connection): string | undefined {
  const id = database.pragma('application_id', { simple: true });
  return id === APPLICATION_ID ? undefined : 'it is a database of another program';
}
