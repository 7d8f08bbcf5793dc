import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { writeFaulty } from './planted-faults.js';

const QuoteSchema = z.object({ number: z.int(), text: z.string() });

const DataSchema = z.object({
  question: z.string().optional(),
  questions: z.array(z.string()).optional(),
  earlier: z.array(z.unknown()).optional(),
  quotes: z.array(QuoteSchema).optional(),
  failed: z.array(z.object({ quotes: z.array(z.int()) })).optional(),
});

const RequestSchema = z.object({
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
});

type Quote = z.infer<typeof QuoteSchema>;

export interface StandInModel {
  /** As CHAT_BASE_URL wants it. */
  readonly baseUrl: string;
  /** The sentences with a fault it wrote, by kind of fault. */
  readonly planted: ReadonlyMap<string, ReadonlySet<string>>;
  close(): Promise<void>;
}

/** Sentences it writes for each question. */
const SENTENCES = 2;
/** One sentence in so many has a fault. */
const FAULT_IN = 3;

/**
 * A server that stands in for a chat model where there is none: it copies the quotes that share most words with the
 * question, every third sentence with a fault planted in it, and mends every other one it is asked to. It tells what the
 * verification lets through, and nothing of how well a model answers.
 */
export async function startStandInModel(): Promise<StandInModel> {
  const planted = new Map<string, Set<string>>();
  let written = 0;
  let mended = 0;

  function answer(question: string, quotes: readonly Quote[]) {
    const sentences = nearest(question, quotes)
      .slice(0, SENTENCES)
      .map(({ number, text }) => {
        written += 1;
        if (written % FAULT_IN !== 0) return { text, quotes: [number] };
        const { kind, text: faulty, cites } = writeFaulty(text, number, written / FAULT_IN);
        planted.set(kind, (planted.get(kind) ?? new Set()).add(faulty));
        return { text: faulty, quotes: cites };
      });
    return { answerable: sentences.length > 0, sentences, shortAnswer: null };
  }

  function mend(
    failed: readonly { readonly quotes: readonly number[] }[],
    known: readonly Quote[],
  ) {
    const sentences = failed.flatMap(({ quotes: [cited] }) => {
      mended += 1;
      const quote = known.find(({ number }) => number === cited);
      return quote === undefined || mended % 2 === 0
        ? []
        : [{ text: quote.text, quotes: [quote.number] }];
    });
    return { answerable: true, sentences, shortAnswer: null };
  }

  async function reply(request: IncomingMessage): Promise<unknown> {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const { messages } = RequestSchema.parse(JSON.parse(body));
    const told = messages
      .filter(({ role }) => role === 'user')
      .map(({ content }) => dataOf(content));
    const { earlier, question = '', questions, failed } = told.at(-1) ?? {};
    const quotes = told.flatMap((one) => one.quotes ?? []);
    if (earlier !== undefined) return { questions: [question] };
    if (failed !== undefined) return mend(failed, quotes);
    return answer((questions ?? [question]).join(' '), quotes);
  }

  const server = createServer((request, response) => {
    void reply(request).then(
      (content) => {
        const message = { role: 'assistant', content: JSON.stringify(content) };
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ choices: [{ index: 0, message, finish_reason: 'stop' }] }));
      },
      () => response.writeHead(400).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    planted,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function dataOf(content: string): z.infer<typeof DataSchema> {
  const block = /^BEGIN DATA \w+\n(.*)\nEND DATA \w+$/u.exec(content)?.[1];
  return DataSchema.parse(JSON.parse(block ?? '{}'));
}

/** The quotes that share most words with the question, the first of equals first. */
function nearest(question: string, quotes: readonly Quote[]): Quote[] {
  const asked = wordsOf(question);
  const shared = ({ text }: Quote) => [...wordsOf(text)].filter((word) => asked.has(word)).length;
  return quotes.toSorted((a, b) => shared(b) - shared(a));
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []);
}
