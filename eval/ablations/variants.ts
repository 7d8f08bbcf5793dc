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

/** Every part that can be taken away, in the order in which a question meets them. */
export const VARIANTS: readonly Variant[] = [
  {
    name: 'no-history',
    label: 'without the questions before',
    asked: (target) => ({
      ...target,
      ask: ({ history: _, ...request }, options) => target.ask(request, options),
    }),
  },
  without('question-parts', 'with every question read as one', 'questionParts'),
  without('languages', 'without telling languages apart', 'languages'),
  {
    name: 'dense',
    label: 'dense retrieval alone',
    variation: { searched: (index) => lexicalWith(index, async () => []) },
  },
  {
    name: 'lexical',
    label: 'lexical retrieval alone',
    variation: { searched: (index) => ({ ...index, vectors: { search: async () => [] } }) },
  },
  {
    name: 'lexical-pairs',
    label: 'without pairs of words in lexical retrieval',
    variation: {
      searched: (index) =>
        lexicalWith(index, async (terms, ...rest) =>
          terms.some((term) => term.includes(' ')) ? [] : index.lexical.search(terms, ...rest),
        ),
    },
  },
  {
    name: 'four-passages',
    label: 'with four passages read instead of sixteen',
    variation: {
      retriever: (retriever) => ({
        retrieve: (request) =>
          retriever.retrieve({ ...request, limit: Math.min(4, request.limit) }),
      }),
    },
  },
  {
    name: 'light-reader',
    label: 'without the model that reads passages',
    options: { reader: 'extractive-light' },
  },
  without('sentence-vectors', "without sentences' own vectors", 'sentenceVectors'),
  without('words', "without the question's words in the sentence", 'words'),
  without('pairs', "without the question's pairs of words", 'pairs'),
  without('neighbours', 'without the sentences around', 'neighbours'),
  without('passages', 'without how well the passage fits', 'passages'),
  without('names', 'without names', 'names'),
  without('figures-years', 'without figures and years', 'figuresAndYears'),
  without('kind-asked', 'without the kind of thing asked for', 'kindAsked'),
  without('layout', 'without layout (captions, lists, length)', 'layout'),
  without('plain-conflicts', 'without putting plain conflicts behind', 'plainConflicts'),
  without('constraints', 'without the checks of what is demanded', 'constraints'),
  {
    name: 'no-refusal',
    label: 'without refusing',
    variation: { reader: (reader) => readWith(reader, neverRefused) },
  },
  without('read-spans', "without the model's stretches in short answers", 'readSpans'),
  {
    name: 'one-sentence',
    label: 'with one sentence instead of three',
    asked: (target) => ({
      ...target,
      ask: (request, options) => target.ask({ ...request, maxSentences: 1 }, options),
    }),
  },
  without('full-sentences', 'with headlines like any sentence', 'fullSentences'),
  without('sentence-before', 'without the sentence before that one leans on', 'sentenceBefore'),
  without('said-once', 'with sentences that say the same', 'saidOnce'),
  without('other-named', 'without the other of two people named', 'otherNamed'),
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
];

type Part = NonNullable<Variation['without']>[number];
type Index = Parameters<NonNullable<Variation['searched']>>[0];

function without(name: string, label: string, part: Part): Variant {
  return { name, label, variation: { without: [part] } };
}

function lexicalWith({ lexical, ...index }: Index, search: Index['lexical']['search']): Index {
  return {
    ...index,
    lexical: {
      size: lexical.size,
      documentFrequencies: (terms) => lexical.documentFrequencies(terms),
      search,
    },
  };
}

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
