import { createHash } from 'node:crypto';
import type { Target } from '../../eval/target/target.js';
import type { AskResponse } from '../../src/contract/ask.js';
import type { Engine } from '../../src/contract/engine.js';
import { NO_METADATA } from '../../src/ingest/document-format.js';

/** A document of the fake, and what it says. */
const TEXTS: Readonly<Record<string, string>> = {
  tower: 'The tower is 80 metres high. It was built in 1931. A guard lives in it.',
  guide: 'Guides say that the tower is 82 metres high. Bring water.',
};

type Reply = { readonly quote: string; readonly from: string } & Partial<{
  readonly confidence: number;
  readonly shortAnswer: string;
  readonly sides: readonly string[];
  /** Added to both ends of the span, which makes the citation a false one. */
  readonly shift: number;
}>;

/** Replies by question: a quote, `null` for an abstention, an error to throw. Unknown questions abstain. */
export type Replies = Readonly<Record<string, Reply | Error | null>>;

/** A target that answers by the book and finds every passage, but for those of `hidden` documents. */
export function fakeTarget(
  replies: Replies,
  hidden: readonly string[] = [],
): Target & Pick<Engine, 'search'> {
  return {
    async ask({ question }) {
      const reply = replies[question] ?? null;
      if (reply instanceof Error) throw reply;
      return reply === null ? abstention(question) : answer(question, reply);
    },
    async search({ query }) {
      const ids = Object.keys(TEXTS).filter((id) => !hidden.includes(id));
      return {
        query,
        passages: ids.map((id, index) => ({
          ...passage(id),
          rank: index + 1,
          score: 1,
          dense: null,
          lexical: null,
        })),
        index: { fingerprint: 'fake' },
        timings: { totalMs: 1 },
      };
    },
    async document(id) {
      const text = TEXTS[id];
      if (text === undefined) return undefined;
      return documentView(id, text);
    },
    close: async () => {},
  };
}

function answer(question: string, reply: Reply): AskResponse {
  const text = TEXTS[reply.from] ?? '';
  const start = text.indexOf(reply.quote) + (reply.shift ?? 0);
  return {
    ...frame(question),
    status: 'answered',
    answer: {
      text: reply.quote,
      shortAnswer: reply.shortAnswer ?? null,
      sentences: [{ text: reply.quote, citations: [1] }],
      confidence: reply.confidence ?? 0.9,
    },
    abstention: null,
    disagreement:
      reply.sides === undefined
        ? null
        : { about: question, sides: reply.sides.map((value) => ({ value, citations: [1] })) },
    citations: [
      {
        number: 1,
        documentId: reply.from,
        title: reply.from,
        author: null,
        publisher: null,
        published: null,
        url: null,
        documentHash: hashOf(text),
        passageId: `${reply.from}#0`,
        start,
        end: start + reply.quote.length,
        quote: reply.quote,
        href: `/documents/${reply.from}`,
      },
    ],
  };
}

function abstention(question: string): AskResponse {
  return {
    ...frame(question),
    status: 'abstained',
    answer: null,
    abstention: { reason: 'no_evidence', message: 'Nothing found.', nearest: [] },
    disagreement: null,
    citations: [],
  };
}

function frame(question: string) {
  return {
    id: 'fake',
    question,
    index: { fingerprint: 'fake' },
    timings: { retrieveMs: 1, readMs: 1, totalMs: 2 },
  };
}

function passage(id: string) {
  const text = TEXTS[id] ?? '';
  return {
    passageId: `${id}#0`,
    documentId: id,
    title: id,
    headings: [],
    text,
    start: 0,
    end: text.length,
    href: `/documents/${id}`,
  };
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text, 'utf8').digest('hex')}`;
}

/** A document that says nothing about itself. */
export function documentView(id: string, text: string) {
  return {
    id,
    title: id,
    text,
    hash: hashOf(text),
    metadata: NO_METADATA,
    href: `/documents/${id}`,
  };
}
