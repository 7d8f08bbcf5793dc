import { createHash } from 'node:crypto';
import type { Block, SourceDocument } from '../../src/domain/document.js';
import { FootnoteError } from '../../src/errors.js';
import type { DocumentSource } from '../../src/indexing/document-source.js';
import { NO_METADATA } from '../../src/ingest/document-format.js';
import { numbersFrom } from './numbers-from.js';

const PASSAGES_PER_DOCUMENT = 20;
const SENTENCES = 6;
const WORDS = 18;
const VOCABULARY = 20_000;
/** Its word stands in three of ten passages. */
const FIRST_RANK = 50;
/** Passages of one topic are near to each other, as those of real texts are: on vectors without any order every graph fails. */
const PASSAGES_PER_TOPIC = 50;

/** Documents of made-up words, few of them frequent and most rare, as in real texts; made when they are read. Each paragraph is a passage. */
export function syntheticCorpus(passages: number): DocumentSource {
  const count = Math.ceil(passages / PASSAGES_PER_DOCUMENT);
  return {
    leavesDoublesOut: true,
    list: async () => ({
      files: Array.from({ length: count }, (_, i) => ({ path: name(i), bytes: 1, modifiedMs: 1 })),
      problems: [],
    }),
    digest: async (path) => path,
    load: async function* (path) {
      yield { document: syntheticDocument(path, count) };
    },
    nothing: () => new FootnoteError('corpus_invalid', 'A corpus needs at least one passage.'),
  };
}

/** A question in the words of a passage: some of those that are in it, and its topic. */
export function syntheticQuestion(seed: number, passages: number): string {
  const count = Math.ceil(passages / PASSAGES_PER_DOCUMENT);
  const random = numbersFrom(`question ${seed}`);
  const paragraphs = syntheticDocument(name(Math.floor(random() * count)), count).text.split(
    '\n\n',
  );
  const paragraph = paragraphs[Math.floor(random() * paragraphs.length)] ?? '';
  const words = paragraph.split(' ');
  const asked = Array.from({ length: 8 }, () => words[Math.floor(random() * words.length)]);
  return `${words[0]} ${asked.join(' ')}?`;
}

function name(number: number): string {
  return `document-${String(number).padStart(7, '0')}`;
}

function syntheticDocument(path: string, documents: number): SourceDocument {
  const random = numbersFrom(path);
  const topics = Math.max(1, Math.ceil((documents * PASSAGES_PER_DOCUMENT) / PASSAGES_PER_TOPIC));
  const blocks: Block[] = [];
  let text = '';
  for (let i = 0; i < PASSAGES_PER_DOCUMENT; i++) {
    const topic = `topic${Math.floor(random() * topics)}`;
    const sentence = () => Array.from({ length: WORDS }, () => word(random)).join(' ');
    const paragraph = Array.from({ length: SENTENCES }, () => `${topic} ${sentence()}.`).join(' ');
    if (i > 0) text += '\n\n';
    blocks.push({
      kind: 'paragraph',
      level: 0,
      start: text.length,
      end: text.length + paragraph.length,
    });
    text += paragraph;
  }
  const hash = `sha256-${createHash('sha256').update(text).digest('hex')}`;
  return { id: path, title: path, text, hash, metadata: NO_METADATA, blocks, path };
}

/** The word of rank r comes in proportion to 1/r; the very first ranks are words such as "the", which no search looks for. */
function word(random: () => number): string {
  return `w${Math.floor(FIRST_RANK * (VOCABULARY / FIRST_RANK) ** random())}`;
}
