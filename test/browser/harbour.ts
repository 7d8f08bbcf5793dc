import { createHash } from 'node:crypto';
import type { AskResponse } from '../../src/contract/ask.js';
import type { Citation } from '../../src/contract/citation.js';
import { documentHref } from '../../src/contract/document-href.js';
import type { StructuredDocument } from '../../src/contract/engine.js';
import type { PassageView } from '../../src/contract/passage.js';

interface Source {
  readonly id: string;
  readonly title: string;
  readonly author: string | null;
  readonly published: string;
  readonly paragraphs: readonly string[];
}

/** A document of the given paragraphs below its title. */
export function documentOf({
  id,
  title,
  author,
  published,
  paragraphs,
}: Source): StructuredDocument {
  const text = [title, ...paragraphs].join('\n\n');
  const blocks = [title, ...paragraphs].map((words, index) => ({
    start: text.indexOf(words),
    end: text.indexOf(words) + words.length,
    kind: index === 0 ? ('heading' as const) : ('paragraph' as const),
    level: index === 0 ? 1 : 0,
  }));
  return {
    id,
    title,
    text,
    hash: `sha256-${createHash('sha256').update(text).digest('hex')}`,
    href: documentHref(id),
    metadata: {
      author,
      publisher: 'Saltmere Harbour Board',
      published,
      url: null,
      language: 'en',
      licence: null,
      other: {},
    },
    blocks,
  };
}

/** A citation of words that stand in the document. */
export function cite(document: StructuredDocument, number: number, quote: string): Citation {
  const start = document.text.indexOf(quote);
  const quoted = { start, end: start + quote.length, quote, documentHash: document.hash };
  const { author, publisher, published, url } = document.metadata;
  return {
    number,
    documentId: document.id,
    title: document.title,
    ...{ author, publisher, published, url },
    passageId: `${document.id}#0`,
    ...quoted,
    href: documentHref(document.id, quoted),
  };
}

/** An answer whose sentences are the quotes of its citations. */
export function answering(
  question: string,
  citations: readonly Citation[],
  more: { readonly shortAnswer?: string; readonly confidence?: number } = {},
): AskResponse {
  return {
    id: `answer to ${question}`,
    question,
    status: 'answered',
    answer: {
      text: citations.map(({ quote }) => quote).join(' '),
      shortAnswer: more.shortAnswer ?? null,
      sentences: citations.map(({ quote, number }) => ({ text: quote, citations: [number] })),
      confidence: more.confidence ?? 0.93,
    },
    abstention: null,
    disagreement: null,
    citations: [...citations],
    index: { fingerprint: 'sha256-f' },
    timings: { retrieveMs: 1, readMs: 2, totalMs: 3 },
  };
}

const REPORT = documentOf({
  id: 'reports/2024',
  title: 'The harbour of Saltmere in 2024',
  author: 'Ada Reed',
  published: '2025-02-11',
  paragraphs: [
    'The year began with storms, and the outer mole was closed for eleven days. From March the traffic was lively again.',
    'Altogether 5,120 ships called at the harbour in 2024, more than in any year since the new basin was opened. Most of them carried timber, grain and passengers.',
    'The board expects that the deeper channel will bring larger ships. It will be finished in the spring of 2026.',
  ],
});

const ALMANAC = documentOf({
  id: 'almanac',
  title: 'Almanac of the northern coast',
  author: null,
  published: '2025',
  paragraphs: [
    'Saltmere is the third port of the coast.',
    'In 2024 the pilots of Saltmere counted 5,090 ships; boats below twenty tons are not in that figure.',
    'Its ferry to the islands runs from April to October.',
  ],
});

export const DOCUMENTS = [REPORT, ALMANAC];

const CALLED =
  'Altogether 5,120 ships called at the harbour in 2024, more than in any year since the new basin was opened.';
const COUNTED =
  'In 2024 the pilots of Saltmere counted 5,090 ships; boats below twenty tons are not in that figure.';

/** Two sentences from two sources that differ. */
export const SHIPS: AskResponse = {
  ...answering(
    'How many ships called at Saltmere in 2024?',
    [cite(REPORT, 1, CALLED), cite(ALMANAC, 2, COUNTED)],
    {
      shortAnswer: '5,120',
      confidence: 0.91,
    },
  ),
  disagreement: {
    about: 'how many ships called in 2024',
    sides: [
      { value: '5,120', citations: [1] },
      { value: '5,090', citations: [2] },
    ],
  },
};

/** One sentence, nothing more. */
export const CHANNEL: AskResponse = answering(
  'When will the deeper channel be finished?',
  [cite(REPORT, 1, 'It will be finished in the spring of 2026.')],
  { shortAnswer: 'spring of 2026', confidence: 0.64 },
);

export const NOT_THERE: AskResponse = {
  ...answering('Who is the harbour master?', []),
  status: 'abstained',
  answer: null,
  abstention: {
    reason: 'no_evidence',
    message: 'The documents speak of the harbour but do not name its master.',
    nearest: [nearest(ALMANAC, 2), nearest(REPORT, 3)],
  },
};

function nearest(document: StructuredDocument, paragraph: number): PassageView {
  const { start, end } = document.blocks[paragraph] ?? { start: 0, end: 0 };
  const quote = document.text.slice(start, end);
  return {
    passageId: `${document.id}#${paragraph}`,
    documentId: document.id,
    title: document.title,
    headings: [document.title],
    text: quote,
    start,
    end,
    href: documentHref(document.id, { start, end, quote, documentHash: document.hash }),
  };
}
