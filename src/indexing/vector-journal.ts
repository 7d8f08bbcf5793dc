import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import Database from 'better-sqlite3';
import type { EmbeddedPassage } from './embedded-passage.js';
import type { IndexPolicy } from './fingerprint.js';
import type { KeptVectors } from './kept-vectors.js';
import { storedVector, vectorBytes } from './stored-vector.js';

/** Keeps the vectors of a build that may be interrupted, so that the next one need not embed those texts again. */
export interface VectorJournal extends KeptVectors {
  /** Keeps these, all or none. */
  add(passages: readonly EmbeddedPassage[]): void;
  close(): void;
}

/** In a row: where a vector is packed, what a step of its bytes stands for; a check over key and vector, since no digest covers this file. */
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS model (fingerprint TEXT NOT NULL, dimension INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS passages (key BLOB PRIMARY KEY, vector BLOB NOT NULL, digest BLOB NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS sentences (key BLOB PRIMARY KEY, scale REAL NOT NULL, vector BLOB NOT NULL, digest BLOB NOT NULL) WITHOUT ROWID;
`;

interface Row {
  readonly vector: Buffer;
  readonly digest: Buffer;
}

/** Opens the journal of an interrupted build, or a new one where there is none, where it is another model's, or where it cannot be read. */
export async function openVectorJournal(path: string, policy: IndexPolicy): Promise<VectorJournal> {
  try {
    return open(path, policy);
  } catch {
    await removeVectorJournal(path);
    return open(path, policy);
  }
}

/** Removes the journal of a build that is done. */
export async function removeVectorJournal(path: string): Promise<void> {
  for (const file of [path, `${path}-wal`, `${path}-shm`]) await rm(file, { force: true });
}

function open(path: string, { model, dimension }: IndexPolicy): VectorJournal {
  const database = new Database(path);
  try {
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = NORMAL');
    database.exec(SCHEMA);
    const known = database.prepare('SELECT 1 FROM model WHERE fingerprint = ? AND dimension = ?');
    const any = database.prepare('SELECT 1 FROM model');
    if (known.get(model, dimension) === undefined) {
      if (any.get() !== undefined)
        database.exec('DELETE FROM model; DELETE FROM passages; DELETE FROM sentences');
      database.prepare('INSERT INTO model VALUES (?, ?)').run(model, dimension);
    }
    const passage = database.prepare<[Buffer], Row>('SELECT * FROM passages WHERE key = ?');
    const sentence = database.prepare<[Buffer], Row & { scale: number }>(
      'SELECT * FROM sentences WHERE key = ?',
    );
    const addPassage = database.prepare('INSERT OR REPLACE INTO passages VALUES (?, ?, ?)');
    const addSentence = database.prepare('INSERT OR REPLACE INTO sentences VALUES (?, ?, ?, ?)');
    return {
      passage: (key) => storedVector(checked(key, passage.get(key))?.vector, dimension),
      sentence: (key) => {
        const row = checked(key, sentence.get(key));
        return row?.vector.length === dimension
          ? { bytes: row.vector, scale: row.scale }
          : undefined;
      },
      add: database.transaction((passages: readonly EmbeddedPassage[]) => {
        for (const { key, vector, sentences } of passages) {
          const bytes = vectorBytes(vector);
          addPassage.run(key, bytes, digestOf(key, bytes));
          for (const { key: sentenceKey, packed } of sentences) {
            const { bytes: steps, scale } = packed;
            addSentence.run(sentenceKey, scale, steps, digestOf(sentenceKey, steps, scale));
          }
        }
      }),
      close: () => database.close(),
    };
  } catch (error) {
    database.close();
    throw error;
  }
}

function checked<Found extends Row & { scale?: number }>(
  key: Buffer,
  row: Found | undefined,
): Found | undefined {
  return row?.digest.equals(digestOf(key, row.vector, row.scale)) ? row : undefined;
}

const DIGEST_BYTES = 8;

function digestOf(key: Buffer, vector: Buffer, scale = 0): Buffer {
  return createHash('sha256')
    .update(key)
    .update(vector)
    .update(String(scale))
    .digest()
    .subarray(0, DIGEST_BYTES);
}
