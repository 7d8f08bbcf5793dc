import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type {
  DocumentAdmin,
  DocumentReceipt,
  DocumentUpload,
  MarkdownUpload,
} from '../contract/document-admin.js';
import type { Engine } from '../contract/engine.js';
import { FootnoteError } from '../errors.js';
import { documentId } from '../ingest/document-id.js';
import { removeBelow, writeBelow } from './document-files.js';
import { markdownFile } from './markdown-file.js';

export interface DocumentAdminOptions {
  readonly corpusDir: string;
  readonly engine: Pick<Engine, 'document' | 'status'>;
  /** Brings the index up to what the corpus folder holds and has it answer. */
  update(): Promise<void>;
}

/** What an update says where a file is no document and nothing else is there, or none such may be. */
const NO_DOCUMENT: ReadonlySet<string> = new Set(['corpus_invalid', 'document_invalid']);

const SLUG_LENGTH = 80;
const DIGEST_LENGTH = 8;

/** Keeps uploaded documents as Markdown files in the corpus folder; one change after the other. */
export function createDocumentAdmin(options: DocumentAdminOptions): DocumentAdmin {
  const { corpusDir, engine, update } = options;
  let last: Promise<unknown> = Promise.resolve();
  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  }
  const receipt = (id: string, path: string, change: DocumentReceipt['change']) => ({
    id,
    change,
    path,
    index: { fingerprint: engine.status().index.fingerprint },
  });

  async function put(upload: DocumentUpload | MarkdownUpload): Promise<DocumentReceipt> {
    const id = upload.id?.normalize('NFC') ?? (await freeId(upload as DocumentUpload));
    const path = `${id}.md`;
    if (path.toLowerCase() === 'readme.md' || documentId(path) !== id)
      throw new FootnoteError('invalid_request', `"${id}" can be no id here. Choose another one.`);
    const before = await engine.document(id);
    if (before !== undefined && before.path !== path)
      throw new FootnoteError(
        'conflict',
        `The document "${id}" comes from ${before.path}, which is no Markdown file of this name. Remove it first, or choose another id.`,
      );
    const content = await readFile(join(corpusDir, path), 'utf8').catch(() => undefined);
    const undo = async () => {
      if (content === undefined) await removeBelow(corpusDir, path);
      else await writeBelow(corpusDir, path, content);
    };
    await writeBelow(corpusDir, path, markdownFile(upload));
    try {
      await update();
    } catch (error) {
      await undo();
      throw NO_DOCUMENT.has(error instanceof FootnoteError ? error.code : '') ? refused() : error;
    }
    const now = await engine.document(id);
    if (now?.path === path) return receipt(id, path, before === undefined ? 'added' : 'replaced');
    await undo();
    await update();
    throw refused();
  }

  async function freeId({ title, text }: DocumentUpload): Promise<string> {
    const slug = title
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .slice(0, SLUG_LENGTH)
      .replace(/^-+|-+$/g, '');
    const digest = createHash('sha256').update(text).digest('hex').slice(0, DIGEST_LENGTH);
    if (slug === '' || slug === 'readme') return `document-${digest}`;
    return (await engine.document(slug)) === undefined ? slug : `${slug}-${digest}`;
  }

  async function remove(id: string): Promise<DocumentReceipt | undefined> {
    const document = await engine.document(id);
    if (document?.path === undefined) return undefined;
    const { path } = document;
    if (path.endsWith('.jsonl') || path.endsWith('.ndjson'))
      throw new FootnoteError(
        'conflict',
        `The document "${id}" is one of those in ${path}. Take it out of that file, or remove the file.`,
      );
    await removeBelow(corpusDir, path);
    await update();
    return receipt(id, path, 'removed');
  }

  return {
    put: (upload) => inTurn(() => put(upload)),
    remove: (id) => inTurn(() => remove(id)),
  };
}

function refused(): FootnoteError {
  return new FootnoteError(
    'conflict',
    'No document came of this: it holds no text, its front matter is wrong, or another document has the same text. Nothing was changed; the log of the service says which.',
  );
}
