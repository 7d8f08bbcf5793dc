import type { AskResponse } from '../../src/contract/ask.js';
import type { Engine } from '../../src/contract/engine.js';
import type { EmbeddingModel } from '../../src/domain/embedding-model.js';
import { askOverHttp } from '../ask-over-http.js';
import { elapsedMs } from '../elapsed.js';
import type { Measurement } from '../figure.js';
import { type Effort, interleave } from '../interleave.js';

export interface QuestionLatencyOptions {
  readonly engine: Pick<Engine, 'ask'>;
  readonly model: Pick<EmbeddingModel, 'embedQuery'>;
  readonly questions: readonly string[];
  /** Of the service over the same engine, and of one whose route does nothing; no slash at the end. */
  readonly serviceUrl: string;
  readonly emptyUrl: string;
}

/** Questions asked in process and over HTTP, one at a time, beside their bare embedding. */
export async function measureQuestionLatency(
  { engine, model, questions, serviceUrl, emptyUrl }: QuestionLatencyOptions,
  effort: Effort,
): Promise<Measurement[]> {
  const nth = (round: number) => questions[round % questions.length] as string;
  const timings: AskResponse['timings'][] = [];
  const tasks = {
    embed: (round: number) => elapsedMs(() => model.embedQuery(nth(round))),
    ask: (round: number) =>
      elapsedMs(async () => {
        timings.push((await engine.ask({ question: nth(round) })).timings);
      }),
    empty: (round: number) => elapsedMs(() => askOverHttp(emptyUrl, nth(round))),
    service: (round: number) => elapsedMs(() => askOverHttp(serviceUrl, nth(round))),
  };
  // Every question once, so that no side is measured while code and caches are cold.
  const all = { least: questions.length, most: questions.length, budgetMs: 0 };
  await interleave(tasks, all);
  timings.length = 0;

  const { embed, ask, empty, service } = await interleave(tasks, effort);
  const bare = { name: 'bare embedding', values: embed };
  const httpFloor = embed.map((ms, round) => ms + (empty[round] as number));
  return [
    {
      name: 'question, in process',
      unit: 'ms',
      values: ask,
      beside: bare,
      goal: { of: 'ratio', bound: 'atMost', limit: 2 },
    },
    {
      name: '  of it: retrieve',
      unit: 'ms',
      values: timings.map(({ retrieveMs }) => retrieveMs),
      beside: bare,
    },
    {
      name: '  of it: read and verify',
      unit: 'ms',
      values: timings.map(({ readMs }) => readMs),
      beside: bare,
    },
    {
      name: 'question, over HTTP',
      unit: 'ms',
      values: service,
      beside: { name: 'bare embedding + empty route', values: httpFloor },
    },
    {
      name: 'question, over HTTP',
      unit: 'ms',
      values: service,
      beside: { name: 'empty Hono route', values: empty },
    },
  ];
}
