import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Beyond this the file takes no more: a client must not be able to fill the disk. */
const MAX_FILE_BYTES = 256 * 1024 * 1024;
const NEWLINE = 10;

export interface DurableLines {
  /** Resolves once the line is on disk. Lines that come while others are written are written together. */
  append(line: string): Promise<void>;
  /** Resolves once everything appended is on disk, or has failed. */
  close(): Promise<void>;
}

interface Waiting {
  readonly line: string;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/** Adds lines to a file, which is created, readable by its owner alone, with the first of them. */
export function openDurableLines(path: string): DurableLines {
  let waiting: Waiting[] = [];
  let file: FileHandle | undefined;
  let writing: Promise<void> | undefined;

  async function write(lines: readonly Waiting[]): Promise<void> {
    file ??= await openForAppending(path);
    const text = lines.map(({ line }) => `${line}\n`).join('');
    const { size } = await file.stat();
    if (size + Buffer.byteLength(text) > MAX_FILE_BYTES)
      throw new Error(`${path} would exceed ${MAX_FILE_BYTES} bytes; move it away.`);
    await file.appendFile(text);
    await file.datasync();
  }

  async function writeAll(): Promise<void> {
    while (waiting.length > 0) {
      const lines = waiting;
      waiting = [];
      try {
        await write(lines);
        for (const { done } of lines) done();
      } catch (error) {
        for (const { failed } of lines) failed(error);
        // What was written of a line is closed off by a newline when the file is opened again.
        await file?.close().catch(() => undefined);
        file = undefined;
      }
    }
    writing = undefined;
  }

  return {
    append: (line) =>
      new Promise((done, failed) => {
        waiting.push({ line, done, failed });
        writing ??= writeAll();
      }),
    async close() {
      await writing;
      await file?.close();
      file = undefined;
    },
  };
}

async function openForAppending(path: string): Promise<FileHandle> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const file = await open(path, 'a+', 0o600);
  const { size } = await file.stat();
  if (size === 0) {
    await syncFolder(dirname(path));
    return file;
  }
  const last = Buffer.alloc(1);
  await file.read(last, 0, 1, size - 1);
  if (last[0] !== NEWLINE) await file.appendFile('\n');
  return file;
}

/** A file's name is on disk only once its folder is. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  await folder.sync().finally(() => folder.close());
}
