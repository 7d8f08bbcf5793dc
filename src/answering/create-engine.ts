import { randomUUID } from 'node:crypto';
import type { AskRequest, AskResponse } from '../contract/ask.js';
import { documentHref } from '../contract/document-href.js';
import type { AskOptions, CallOptions, Engine } from '../contract/engine.js';
import { pageRange } from '../contract/page-range.js';
import type { PassageView } from '../contract/passage.js';
import type { SearchRequest, SearchResponse } from '../contract/search.js';
import type { EmbeddingModel } from '../domain/embedding-model.js';
import type { Reader } from '../domain/reader.js';
import type { AssistedQuestion, ReadingAssistant } from '../domain/reading-assistant.js';
import type { Retriever } from '../domain/retriever.js';
import type {
  DocumentHeader,
  MetadataFilter,
  SearchIndex,
  StoredPassage,
} from '../domain/search-index.js';
import { composeResponse } from './compose-response.js';
import type { LeftOut } from './parts.js';
import { readQuestion } from './read-question.js';
import { recordExplanation, searchExplanation } from './record-explanation.js';

const STANDARD_SENTENCES = 3;
const STANDARD_SEARCH_LIMIT = 10;
const NEAREST_SHOWN = 3;

export interface EngineParts {
  readonly index: SearchIndex;
  readonly model: EmbeddingModel;
  readonly retriever: Retriever;
  readonly reader: Reader;
  /** Helps with a chat model, where one is configured. */
  readonly assistant?: ReadingAssistant | undefined;
  /** Parts that are left out; none unless told. */
  readonly leftOut?: LeftOut | undefined;
}

/** Joins retrieval, reading and verification into the one contract. Closing it closes its index and model. */
export function createEngine(parts: EngineParts): Engine {
  const { index, model, retriever, reader, assistant, leftOut } = parts;

  async function ask(
    request: AskRequest,
    { signal, onEvent = () => {}, waitedMs = 0 }: AskOptions = {},
  ): Promise<AskResponse> {
    const began = performance.now();
    const recorded = request.explain === true ? recordExplanation(retriever, reader) : undefined;
    const maxSentences = request.maxSentences ?? STANDARD_SENTENCES;
    const assisted = assistant?.begin({
      question: request.question,
      history: request.history ?? [],
      maxSentences,
      waitedMs,
      ...(signal === undefined ? {} : { signal }),
    });
    const plain = recorded ?? { retriever, reader };
    const { reading, candidates, retrieveMs } = await readQuestion(
      assisted === undefined ? plain : { ...plain, reader: assisted.watch(plain.reader) },
      request.question,
      {
        history: request.history ?? [],
        maxSentences,
        ...(request.filter === undefined ? {} : { filter: request.filter as MetadataFilter }),
        ...(signal === undefined ? {} : { signal }),
        onRetrieved: (passages) => onEvent({ type: 'retrieved', passages }),
        reword: assisted?.questions,
        leftOut,
      },
    );
    const written = (await assisted?.write(reading, candidates)) ?? reading;
    const outcome = await composeResponse(written, {
      store: index.store,
      nearest: candidates.slice(0, NEAREST_SHOWN).map(({ passage }) => view(passage)),
      onSentence: onEvent,
    });
    const done = performance.now();
    return {
      id: randomUUID(),
      question: request.question,
      ...outcome,
      index: { fingerprint: index.fingerprint },
      timings: {
        retrieveMs: milliseconds(retrieveMs),
        readMs: milliseconds(done - began - retrieveMs),
        totalMs: milliseconds(done - began),
      },
      ...(assisted === undefined ? {} : { diagnostics: diagnosticsOf(assisted) }),
      ...(recorded === undefined
        ? {}
        : { explanation: { confidence: reading.confidence, ...recorded.explanation() } }),
    };
  }

  async function search(
    request: SearchRequest,
    { signal }: CallOptions = {},
  ): Promise<SearchResponse> {
    const began = performance.now();
    const { candidates, explanation } = await retriever.retrieve({
      query: request.query,
      limit: request.limit ?? STANDARD_SEARCH_LIMIT,
      ...(request.filter === undefined ? {} : { filter: request.filter as MetadataFilter }),
      ...(signal === undefined ? {} : { signal }),
      ...(request.explain === true ? { explain: true } : {}),
    });
    return {
      query: request.query,
      passages: candidates.map(({ passage, rank, score, dense, lexical }) => ({
        ...view(passage),
        rank,
        score,
        dense,
        lexical,
      })),
      index: { fingerprint: index.fingerprint },
      timings: { totalMs: milliseconds(performance.now() - began) },
      ...(explanation === undefined ? {} : { explanation: searchExplanation(explanation) }),
    };
  }

  return {
    ask,
    search,
    documents: async () => ({ documents: (await index.store.documents()).map(summary) }),
    document: async (id) => {
      const found = await index.store.document(id);
      return found === undefined
        ? undefined
        : {
            ...summary(found),
            text: found.text,
            blocks: found.blocks,
            ...(found.pageStarts === undefined ? {} : { pageStarts: [...found.pageStarts] }),
          };
    },
    status: () => ({
      index: { fingerprint: index.fingerprint, counts: index.counts },
      embeddingModel: model.id,
      reader: reader.name,
      ...(assistant === undefined ? {} : { chat: assistant.status() }),
    }),
    close: async () => {
      await Promise.all([index.close(), model.close()]);
    },
  };
}

function view(passage: StoredPassage): PassageView {
  const { id, documentId, document, headings, text, start, end } = passage;
  return {
    passageId: id,
    documentId,
    title: document.title,
    headings: [...headings],
    text,
    start,
    end,
    ...pageRange(document.pageStarts, { start, end }),
    href: documentHref(documentId, { start, end, quote: text, documentHash: document.hash }),
  };
}

function summary({ id, title, hash, path, metadata: { tags, ...metadata } }: DocumentHeader) {
  return {
    id,
    title,
    hash,
    path,
    metadata: {
      ...metadata,
      ...(tags === undefined ? {} : { tags: [...tags] }),
      other: { ...metadata.other },
    },
    href: documentHref(id),
  };
}

function diagnosticsOf(assisted: AssistedQuestion): NonNullable<AskResponse['diagnostics']> {
  const { failures, ...diagnostics } = assisted.diagnostics();
  return { ...diagnostics, failures: { ...failures } };
}

function milliseconds(duration: number): number {
  return Math.round(duration * 100) / 100;
}
