import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { ParsedDocument } from './document-format.js';
import { InvalidDocument } from './invalid-document.js';
import { entryFor, type Parse, parseHere } from './parse-here.js';
import type { ParseReply, ParseTask } from './parse-task.js';

const MEBIBYTE = 1024 * 1024;

/** What a file may cost. */
export interface ParseLimits {
  /** For any file, and for each MiB of it besides. */
  readonly timeoutMs: number;
  readonly timeoutMsPerMebibyte: number;
  /** Of the thread that parses. */
  readonly heapMebibytes: number;
  /** By which the whole process may grow meanwhile: unpacked streams lie outside of the heap. */
  readonly growthMebibytes: number;
}

/** Many times what real files need, for machines are busy; a file of 5,000 pages takes a minute on an idle one. */
const LIMITS: ParseLimits = {
  timeoutMs: 300_000,
  timeoutMsPerMebibyte: 6_000,
  heapMebibytes: 1024,
  growthMebibytes: 1536,
};

/** Plain formats up to this size are parsed in place: they are read in one go, and a thread would only cost time. */
const SMALL_BYTES = MEBIBYTE;
const MEMORY_LOOK_MS = 200;

/**
 * Parses what strangers may have made in a thread of its own, whose time and memory are limited: a file made to hold up or
 * bring down whoever reads it is refused with the reason, and this thread goes on with its work meanwhile. One file at a time.
 */
export function createParseApart(limits: ParseLimits = LIMITS): Parse {
  let worker: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();

  async function parse(task: ParseTask): Promise<ParsedDocument> {
    const current = worker ?? startWorker(limits);
    worker = current;
    const reply = await replyOf(current, task, limits).catch(async (cause: unknown) => {
      worker = undefined;
      await current.terminate();
      throw cause;
    });
    if (reply.kind === 'parsed') return reply.parsed;
    if (reply.kind === 'failed') throw reply.cause;
    throw new InvalidDocument(reply.message, reply.remedy, reply.line);
  }

  return async (extension, bytes) => {
    const { isPlain } = entryFor(extension);
    if (isPlain && bytes.length <= SMALL_BYTES) return parseHere(extension, bytes);
    const turn = last.then(() => parse({ extension, bytes }));
    last = turn.catch(() => undefined);
    return turn;
  };
}

/** From TypeScript sources, in tests and scripts, a thread needs a loader of its own; it inherits none. */
function startWorker({ heapMebibytes }: ParseLimits): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: heapMebibytes };
  // What the parsers have to say about a file is of no use to people.
  const options = { resourceLimits, stdout: true, stderr: true };
  const source = JSON.stringify(new URL('./parse-worker.ts', import.meta.url));
  const worker = import.meta.url.endsWith('.ts')
    ? new Worker(
        `import('tsx/esm/api').then(({ register }) => { register(); return import(${source}); })`,
        { ...options, eval: true },
      )
    : new Worker(new URL('../cli/parse-worker.js', import.meta.url), options);
  // An error that nobody listens for would end the process.
  worker.on('error', () => undefined);
  return worker;
}

/** @throws InvalidDocument where the thread ended over the file or took too much */
async function replyOf(worker: Worker, task: ParseTask, limits: ParseLimits): Promise<ParseReply> {
  const mebibytes = task.bytes.length / MEBIBYTE;
  const timeoutMs = limits.timeoutMs + limits.timeoutMsPerMebibyte * mebibytes;
  const mostBytes = process.memoryUsage.rss() + limits.growthMebibytes * MEBIBYTE;
  const over = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let looking: NodeJS.Timeout | undefined;
  worker.ref();
  try {
    // It rejects with what the thread ended of.
    const replied = once(worker, 'message', { signal: over.signal });
    const ended = once(worker, 'exit', { signal: over.signal }).then(() => {
      throw tooLarge();
    });
    const refused = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(tooSlow(timeoutMs)), timeoutMs);
      looking = setInterval(() => {
        if (process.memoryUsage.rss() > mostBytes) reject(tooLarge());
      }, MEMORY_LOOK_MS);
    });
    worker.postMessage(task);
    const [reply] = (await Promise.race([replied, ended, refused])) as [ParseReply];
    return reply;
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLarge() : cause;
  } finally {
    clearTimeout(timer);
    clearInterval(looking);
    over.abort();
    // An idle thread holds up no end of the process.
    worker.unref();
  }
}

function tooSlow(timeoutMs: number): InvalidDocument {
  return new InvalidDocument(
    `The file was not read within ${Math.ceil(timeoutMs / 1000)} seconds.`,
    'Cut it into several documents, or take it out of the corpus folder if it is not what it seems.',
  );
}

function tooLarge(): InvalidDocument {
  return new InvalidDocument(
    'The file takes more memory to be read than any document should.',
    'Cut it into several documents, or take it out of the corpus folder if it is not what it seems.',
  );
}
