import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { AskResponse } from '../../contract/ask.js';
import type { EngineStatus } from '../../contract/engine.js';
import { countChat } from './count-chat.js';

/** Seconds: from a question read out of memory to one that meets its time limit. */
const BUCKETS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What is read at the moment somebody looks. */
export interface Gauges {
  /** Undefined while there is no engine. */
  status(): EngineStatus | undefined;
  readonly queue: { readonly working: number; readonly waiting: number };
}

export interface AnsweredRequest {
  readonly method: string;
  /** The pattern of the route, never the path: a label for every path would grow without end. */
  readonly route: string;
  readonly status: number;
  /** Milliseconds until the head of the response was ready. */
  readonly durationMs: number;
}

export interface Metrics {
  requested(request: AnsweredRequest): void;
  answered(response: AskResponse): void;
  /** Milliseconds a question or search waited for its turn. */
  waited(waitedMs: number): void;
  /** Says where the gauges read from; the service does so once. */
  watch(gauges: Gauges): void;
  readonly contentType: string;
  /** All of it in the text format of Prometheus. */
  text(): Promise<string>;
}

/** @param options.process Whether memory, processor, event loop and collector of this process are measured as well. */
export function createMetrics(options: { readonly process?: boolean } = {}): Metrics {
  const registry = new Registry();
  const registers = [registry];
  if (options.process === true) collectDefaultMetrics({ register: registry });
  let gauges: Gauges | undefined;

  const requests = new Counter({
    name: 'footnote_http_requests_total',
    help: 'Requests by method, route and status.',
    labelNames: ['method', 'route', 'status'],
    registers,
  });
  const durations = new Histogram({
    name: 'footnote_http_request_duration_seconds',
    help: 'Seconds until the head of the response was ready.',
    labelNames: ['route'],
    buckets: BUCKETS,
    registers,
  });
  const stages = new Histogram({
    name: 'footnote_answer_stage_seconds',
    help: 'Seconds of each stage of an answer: wait (searches too), retrieve, read, total (without wait).',
    labelNames: ['stage'],
    buckets: BUCKETS,
    registers,
  });
  const answers = new Counter({
    name: 'footnote_answers_total',
    help: 'Questions that were answered or abstained from.',
    labelNames: ['status'],
    registers,
  });
  const abstentions = new Counter({
    name: 'footnote_abstentions_total',
    help: 'Questions abstained from, by reason.',
    labelNames: ['reason'],
    registers,
  });
  const chat = countChat(registry);
  new Gauge({
    name: 'footnote_questions',
    help: 'Questions and searches that are worked on or wait.',
    labelNames: ['state'],
    registers,
    collect() {
      this.set({ state: 'working' }, gauges?.queue.working ?? 0);
      this.set({ state: 'waiting' }, gauges?.queue.waiting ?? 0);
    },
  });
  new Gauge({
    name: 'footnote_info',
    help: '1, with what answers: the index, the embedding model and the reader.',
    labelNames: ['index', 'embedding_model', 'reader'],
    registers,
    collect() {
      this.reset();
      const status = gauges?.status();
      if (status === undefined) return;
      const { index, embeddingModel, reader } = status;
      this.set({ index: index.fingerprint, embedding_model: embeddingModel, reader }, 1);
    },
  });
  new Gauge({
    name: 'footnote_ready',
    help: '1 once questions are answered.',
    registers,
    collect() {
      this.set(gauges?.status() === undefined ? 0 : 1);
    },
  });

  return {
    requested({ method, route, status, durationMs }) {
      requests.inc({ method, route, status });
      durations.observe({ route }, durationMs / 1000);
    },
    answered({ status, abstention, timings, diagnostics }) {
      answers.inc({ status });
      if (diagnostics !== undefined) chat(diagnostics);
      if (abstention !== null) abstentions.inc({ reason: abstention.reason });
      stages.observe({ stage: 'retrieve' }, timings.retrieveMs / 1000);
      stages.observe({ stage: 'read' }, timings.readMs / 1000);
      stages.observe({ stage: 'total' }, timings.totalMs / 1000);
    },
    waited: (waitedMs) => stages.observe({ stage: 'wait' }, waitedMs / 1000),
    watch(given) {
      gauges = given;
    },
    contentType: registry.contentType,
    text: () => registry.metrics(),
  };
}
