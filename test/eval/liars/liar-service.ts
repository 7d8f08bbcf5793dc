import { createHash } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { AskResponse } from '../../../src/contract/ask.js';
import { documentView } from '../fake-target.js';
import { FACTS, type Fact } from './facts.js';

/** What a liar says: a text with its quote and where that is said to stand, or nothing. */
export interface Said {
  readonly text: string;
  readonly documentId: string;
  readonly quote: string;
  readonly confidence?: number;
  /** Added to both ends of the place it is said to stand at. */
  readonly shift?: number;
  /** The document whose hash it carries, where not its own. */
  readonly hashOf?: string;
}

/** Answers a question it knows the truth of, undefined where there is none; null is a refusal. */
export type Liar = (truth: Fact | undefined, place: number) => Said | null;

export interface Conduct {
  readonly say: Liar;
  /** Whether the request was dealt with in another way, by the number of the question from 0. */
  readonly instead?: (place: number, response: ServerResponse) => boolean;
  /** Text by id that the service shows of its documents. */
  readonly documents?: Readonly<Record<string, string>>;
}

export const honest: Liar = (truth) =>
  truth === undefined
    ? null
    : { text: truth.quote, documentId: truth.documentId, quote: truth.quote, confidence: 0.9 };

/** A service of our contract that offers nothing but `POST /v1/ask`, and its documents where it has some. */
export function liarService(
  { say, instead, documents = {} }: Conduct,
  texts: Texts,
): RequestListener {
  let place = -1;
  return (request, response) => {
    void bodyOf(request).then((body) => {
      const id = request.url?.match(/^\/v1\/documents\/(.+)$/)?.[1];
      const shown = documents[id ?? ''];
      if (id !== undefined && shown !== undefined) return send(response, documentView(id, shown));
      if (request.url !== '/v1/ask') return response.writeHead(404).end();
      place++;
      if (instead?.(place, response)) return undefined;
      const { question } = JSON.parse(body) as { question: string };
      const truth = FACTS.find((fact) => fact.question === question);
      return send(response, responseOf(question, say(truth, place), texts));
    });
  };
}

export type Texts = ReadonlyMap<string, string>;

export async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += chunk;
  return body;
}

export function send(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

function responseOf(question: string, said: Said | null, texts: Texts): AskResponse {
  const frame = {
    id: 'lie',
    question,
    disagreement: null,
    index: { fingerprint: 'lies' },
    timings: { retrieveMs: 0, readMs: 0, totalMs: 0 },
  };
  if (said === null)
    return {
      ...frame,
      status: 'abstained',
      answer: null,
      abstention: { reason: 'no_evidence', message: 'The sources do not say.', nearest: [] },
      citations: [],
    };
  const { text, documentId, quote, confidence = 0.9, shift = 0 } = said;
  const source = texts.get(documentId) ?? '';
  const start = Math.max(0, source.indexOf(quote)) + shift;
  const hashed = said.hashOf === undefined ? source : (texts.get(said.hashOf) ?? '');
  return {
    ...frame,
    status: 'answered',
    answer: { text, shortAnswer: null, sentences: [{ text, citations: [1] }], confidence },
    abstention: null,
    citations: [
      {
        number: 1,
        documentId,
        title: documentId,
        author: null,
        publisher: null,
        published: null,
        url: null,
        documentHash: hashOf(hashed),
        passageId: `${documentId}#0`,
        start,
        end: start + quote.length,
        quote,
        href: `/documents/${documentId}`,
      },
    ],
  };
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text, 'utf8').digest('hex')}`;
}
