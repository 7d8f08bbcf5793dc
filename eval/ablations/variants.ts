import type { Variation } from '../../src/compose.js';
import type { Options } from '../options.js';
import type { Target } from '../target/target.js';

/** The engine with one part taken away. */
export interface Variant {
  readonly name: string;
  /** What is missing, as a person reads it. */
  readonly label: string;
  readonly options?: Partial<Pick<Options, 'reader'>>;
  readonly variation?: Variation;
  /** Asks differently. */
  readonly asked?: (target: Target) => Target;
}

type Reader = Parameters<NonNullable<Variation['reader']>>[0];
type ReadingRequest = Parameters<Reader['read']>[0];
type Reading = Awaited<ReturnType<Reader['read']>>;

/** Every part that can be taken away, retrieval first. */
export const VARIANTS: readonly Variant[] = [
  {
    name: 'dense',
    label: 'dense retrieval alone',
    variation: {
      searched: ({ lexical, ...index }) => ({
        ...index,
        lexical: {
          size: lexical.size,
          documentFrequencies: (terms) => lexical.documentFrequencies(terms),
          search: async () => [],
        },
      }),
    },
  },
  {
    name: 'lexical',
    label: 'lexical retrieval alone',
    variation: { searched: (index) => ({ ...index, vectors: { search: async () => [] } }) },
  },
  {
    name: 'light-reader',
    label: 'without the model that reads passages',
    options: { reader: 'extractive-light' },
  },
  {
    name: 'no-refusal',
    label: 'without refusing',
    variation: { reader: (reader) => readWith(reader, neverRefused) },
  },
  {
    name: 'no-disagreement',
    label: 'without disagreement',
    variation: {
      reader: (reader) =>
        readWith(reader, (reading) =>
          reading.status === 'answered' ? { ...reading, disagreement: null } : reading,
        ),
    },
  },
  {
    name: 'one-sentence',
    label: 'with one sentence instead of three',
    asked: (target) => ({
      ...target,
      ask: (request, options) => target.ask({ ...request, maxSentences: 1 }, options),
    }),
  },
  {
    name: 'no-history',
    label: 'without the questions before',
    asked: (target) => ({
      ...target,
      ask: ({ history: _, ...request }, options) => target.ask(request, options),
    }),
  },
];

function readWith(
  reader: Reader,
  change: (reading: Reading, request: ReadingRequest) => Reading,
): Reader {
  return {
    name: reader.name,
    read: async (request) => change(await reader.read({ ...request, explain: true }), request),
  };
}

/** What a refusal for lack of evidence would have answered. */
function neverRefused(reading: Reading, { candidates, maxSentences }: ReadingRequest): Reading {
  if (reading.status === 'answered' || reading.reason !== 'no_evidence') return reading;
  const sentences = (reading.explanation?.sentences ?? [])
    .slice(0, maxSentences)
    .flatMap(({ passageId, start, end, text }) => {
      const passage = candidates.find((one) => one.passage.id === passageId)?.passage;
      if (passage === undefined) return [];
      const { documentId } = passage;
      return [{ text, quotes: [{ documentId, passageId, start, end, quote: text }] }];
    });
  if (sentences.length === 0) return reading;
  return {
    status: 'answered',
    sentences,
    shortAnswer: null,
    confidence: reading.confidence,
    disagreement: null,
  };
}
