import { setImmediate as breathe } from 'node:timers/promises';
import type { SourceDocument } from '../domain/document.js';
import type { BuildProgress } from './build-progress.js';
import type { DatabaseWriter } from './database-writer.js';
import type { DocumentSource } from './document-source.js';
import { createDoubleCheck } from './doubles.js';
import type { createEmbedder } from './embed-passages.js';
import { type EmbeddedPassage, type PlannedPassage, textOf } from './embedded-passage.js';
import type { ChangedFile, Changes } from './find-changes.js';
import type { HnswBuilder } from './hnsw-vectors.js';
import { planDocument } from './plan-document.js';
import { prepareFileRemoval } from './remove-file.js';
import type { Splitting } from './splitting.js';

/** Texts embedded at once: enough to keep every thread busy, few enough to hold their vectors (3 MB). */
const TEXTS_PER_CALL = 2048;
/** Passages written between two looks at whatever else the process has to do. */
const PASSAGES_AT_ONCE = 64;

export interface WriteDocumentsOptions {
  readonly source: DocumentSource;
  readonly changes: Changes;
  readonly splitting: Splitting;
  readonly writer: DatabaseWriter;
  readonly graph: HnswBuilder;
  readonly embedder: ReturnType<typeof createEmbedder>;
  /** Row of the first new passage. */
  readonly firstRow: number;
  readonly progress: BuildProgress;
  /** Told of passages whose vectors were made now, before they are written. */
  onEmbedded(passages: readonly EmbeddedPassage[]): void;
  onWritten(passage: EmbeddedPassage): void;
}

/**
 * Takes out of a build what changed or went and brings in what is new, one document after another.
 * Gives the row of the next passage. What stands in memory is a document, some 2048 texts with their
 * vectors, and the names of changed files.
 */
export async function writeDocuments(options: WriteDocumentsOptions): Promise<number> {
  const { source, changes, splitting, writer, graph, embedder, progress } = options;
  const removeRows = prepareFileRemoval(writer.database);
  const judge = source.leavesDoublesOut ? createDoubleCheck(writer.database) : undefined;
  const toRead: ChangedFile[] = [...changes.changed];
  let total = toRead.reduce((sum, { bytes }) => sum + bytes, 0);
  let doneBytes = 0;
  let nextRow = options.firstRow;
  let waiting: PlannedPassage[] = [];
  let waitingTexts = 0;

  function remove(file: string): void {
    for (const row of removeRows(file)) graph.remove(row);
  }

  /** A file that comes later than the one being read, in its place among those to be read. */
  function readAgain(file: ChangedFile): void {
    remove(file.path);
    const at = toRead.findIndex(({ path }) => path > file.path);
    toRead.splice(at === -1 ? toRead.length : at, 0, file);
    total += file.bytes;
  }

  async function flush(): Promise<void> {
    const passages = waiting;
    const bytes = passages.reduce((sum, passage) => sum + passage.bytes, 0);
    const before = embedder.tally.embedded;
    const embedded = await embedder.embed(passages, (share) =>
      progress.report({ stage: 'embed', done: Math.floor(doneBytes + share * bytes), total }),
    );
    progress.checkSignal();
    if (embedder.tally.embedded > before) options.onEmbedded(embedded);
    for (let from = 0; from < embedded.length; from += PASSAGES_AT_ONCE) {
      const some = embedded.slice(from, from + PASSAGES_AT_ONCE);
      writer.addPassages(some);
      for (const passage of some) {
        graph.add(passage.vector, passage.row);
        options.onWritten(passage);
      }
      await breathe();
    }
    waiting = [];
    waitingTexts = 0;
    doneBytes += bytes;
    progress.count({ passages: passages.length });
    progress.report({ stage: 'embed', done: Math.floor(doneBytes), total });
  }

  async function add(document: SourceDocument, file: string, bytes: number): Promise<void> {
    const passages = await planDocument(document, splitting);
    const place = { file, firstPassage: nextRow, passages: passages.length };
    const documentRow = writer.addDocument(document, place);
    progress.count({ documents: 1 });
    for (const passage of passages) {
      const text = textOf({ document }, passage);
      waiting.push({
        document,
        documentRow,
        passage,
        row: nextRow++,
        contextualText: splitting.contextualText(document, passage, text),
        bytes: bytes / passages.length,
      });
      waitingTexts += 1 + passage.sentences.length;
      if (waitingTexts >= TEXTS_PER_CALL) await flush();
    }
  }

  async function read(file: ChangedFile): Promise<void> {
    const digest = file.digest ?? (await source.digest(file.path));
    // Gone since it was listed: the next build finds out.
    if (digest === undefined) return;
    let left = file.bytes;
    for await (const loaded of source.load(file.path)) {
      progress.checkSignal();
      if ('problem' in loaded) {
        writer.addProblem(loaded.problem, null);
        continue;
      }
      const verdict = judge?.(loaded.document, file.path) ?? { evicted: [] };
      if ('problem' in verdict) {
        writer.addProblem(verdict.problem, verdict.doubleOf);
        continue;
      }
      for (const evicted of verdict.evicted) readAgain(evicted);
      const bytes = Math.min(left, loaded.document.text.length);
      left -= bytes;
      await add(loaded.document, file.path, bytes);
    }
    writer.addFile(file, digest);
    doneBytes += left;
  }

  for (const file of changes.removed) remove(file);
  for (let file = toRead.shift(); file !== undefined; file = toRead.shift()) await read(file);
  await flush();
  return nextRow;
}
