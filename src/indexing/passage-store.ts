import type { Block, BlockKind, SourceDocument } from '../domain/document.js';
import type {
  DocumentHeader,
  PassageStore,
  StoredPassage,
  StoredSentence,
} from '../domain/search-index.js';
import { createBoundedCache } from './bounded-cache.js';
import type { Connection } from './database.js';
import { HEADER_COLUMNS, type HeaderRow, toHeader } from './document-rows.js';
import { unpackVector } from './sentence-vector.js';

/** Passages kept ready, about 12 KB each. */
const CACHED_PASSAGES = 1024;
const CACHED_HEADERS = 1024;
/** Whole documents kept ready, so that verifying a quote does not read its document again. */
const CACHED_DOCUMENTS = 64;

interface PassageRow {
  readonly id: string;
  readonly document: number;
  readonly ordinal: number;
  readonly start: number;
  readonly end: number;
  readonly firstSentence: number;
  readonly sentenceCount: number;
  readonly headings: string;
  readonly text: string;
}

type SentenceRow = [start: number, end: number, kind: BlockKind, scale: number, vector: Buffer];

/** Reads documents and passages from the database of an opened index. */
export function createPassageStore(database: Connection): PassageStore {
  const headers = createBoundedCache<number, DocumentHeader>(CACHED_HEADERS);
  const stored = createBoundedCache<string, StoredPassage>(CACHED_PASSAGES);
  const documents = createBoundedCache<string, SourceDocument>(CACHED_DOCUMENTS);
  const allHeaders = database.prepare<[], HeaderRow>(
    `SELECT ${HEADER_COLUMNS} FROM documents ORDER BY id`,
  );
  const headerByRow = database.prepare<[number], HeaderRow>(
    `SELECT ${HEADER_COLUMNS} FROM documents WHERE row = ?`,
  );
  const documentById = database.prepare<[string], HeaderRow & { text: string; blocks: string }>(
    `SELECT ${HEADER_COLUMNS}, text, blocks FROM documents JOIN document_texts ON document = row WHERE id = ?`,
  );
  const passageById = database.prepare<[string], PassageRow>(
    `SELECT id, document, ordinal, start, "end", first_sentence AS firstSentence,
       sentence_count AS sentenceCount, headings, text FROM passages WHERE id = ?`,
  );
  const sentencesInRange = database
    .prepare<[number, number], SentenceRow>(
      'SELECT start, "end", kind, scale, vector FROM sentences WHERE row >= ? AND row < ? ORDER BY row',
    )
    .raw();

  const header = (row: number): DocumentHeader | undefined =>
    headers.get(row, () => {
      const found = headerByRow.get(row);
      return found === undefined ? undefined : toHeader(found);
    });

  const readDocument = (id: string): SourceDocument | undefined => {
    const row = documentById.get(id);
    if (row === undefined) return undefined;
    return { ...toHeader(row), text: row.text, blocks: JSON.parse(row.blocks) as Block[] };
  };

  const readPassage = (id: string): StoredPassage | undefined => {
    const row = passageById.get(id);
    const document = row === undefined ? undefined : header(row.document);
    if (row === undefined || document === undefined) return undefined;
    const { ordinal, start, end, text, firstSentence, sentenceCount } = row;
    const sentences = sentencesInRange
      .all(firstSentence, firstSentence + sentenceCount)
      .map((sentence) => toSentence(sentence, row));
    const headings = JSON.parse(row.headings) as string[];
    return {
      id,
      documentId: document.id,
      ordinal,
      start,
      end,
      headings,
      text,
      document,
      sentences,
    };
  };

  return {
    documents: async () => allHeaders.all().map(toHeader),
    document: async (id) => documents.get(id, () => readDocument(id)),
    passages: async (ids) =>
      ids
        .map((id) => stored.get(id, () => readPassage(id)))
        .filter((passage) => passage !== undefined),
  };
}

function toSentence(row: SentenceRow, passage: PassageRow): StoredSentence {
  const [start, end, kind, scale, bytes] = row;
  const text = passage.text.slice(start - passage.start, end - passage.start);
  return { start, end, kind, text, vector: unpackVector({ bytes, scale }) };
}
