import { describe, expect, it } from 'vitest';
import { createFakeEngine } from './fake-engine.js';
import { ANSWERED } from './samples.js';
import { createTestApp, problemOf } from './test-app.js';

const NUL = '\u0000';
const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);

function ready() {
  const engine = createFakeEngine({ ask: async () => ANSWERED });
  return { engine, ...createTestApp({ engine }) };
}

describe('questions nobody should send', () => {
  it.each([
    ['no JSON', '{"question": ', 'invalid_json', 400],
    ['an empty body', '', 'invalid_json', 400],
    ['1 MB', JSON.stringify({ question: 'x'.repeat(1_000_000) }), 'payload_too_large', 413],
    ['over the length', { question: 'x'.repeat(2001) }, 'invalid_request', 400],
    ['an empty question', { question: '' }, 'invalid_request', 400],
    ['only blanks', { question: ' \t\n\u00a0' }, 'invalid_request', 400],
    ['NUL', { question: `a${NUL}b` }, 'invalid_request', 400],
    ['a number', { question: 7 }, 'invalid_request', 400],
    ['null', { question: null }, 'invalid_request', 400],
    ['no question', {}, 'invalid_request', 400],
    ['an array', [{ question: 'a' }], 'invalid_request', 400],
    ['a bare string', '"question"', 'invalid_request', 400],
    ['bare null', 'null', 'invalid_request', 400],
    ['an unknown field', { question: 'a', temperature: 1 }, 'invalid_request', 400],
    ['a bad filter', { question: 'a', filter: { author: 'x' } }, 'invalid_request', 400],
    ['no sentences', { question: 'a', maxSentences: 0 }, 'invalid_request', 400],
    ['half a sentence', { question: 'a', maxSentences: 1.5 }, 'invalid_request', 400],
    ['deep nesting', `{"question": ${deep(30_000)}}`, 'invalid_request', 400],
    ['deep nesting without end', '['.repeat(60_000), 'invalid_json', 400],
  ])('%s is a problem that says what is wrong', async (_what, body, code, status) => {
    const { engine, post } = ready();
    const response = await post('/v1/ask', body);
    expect(response.status).toBe(status);
    const problem = await problemOf(response);
    expect(problem.code).toBe(code);
    expect(problem.type).toBe(`urn:footnote:problem:${code}`);
    expect(problem.errors !== undefined).toBe(code === 'invalid_request');
    expect(engine.calls).toEqual([]);
  });

  it('lists every part that is wrong, by its path', async () => {
    const body = { question: '', filter: { author: [''], publishedTo: 'May' }, maxSentences: 11 };
    const problem = await problemOf(await ready().post('/v1/ask', body));
    const paths = problem.errors?.map(({ path }) => path).sort();
    expect(paths).toEqual(['filter.author.0', 'filter.publishedTo', 'maxSentences', 'question']);
  });

  it('keeps a list of very many mistakes short', async () => {
    const author = Array.from({ length: 100 }, () => '');
    const response = await ready().post('/v1/ask', { question: 'a', filter: { author } });
    expect((await problemOf(response)).errors).toHaveLength(20);
  });

  it('refuses a body too large although its length was not announced', async () => {
    const chunk = new TextEncoder().encode('x'.repeat(10_000));
    let sent = 0;
    const body = new ReadableStream({
      pull(controller) {
        sent += 1;
        controller.enqueue(chunk);
      },
    });
    const response = await ready().app.request('/v1/ask', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
      duplex: 'half',
    } as RequestInit);
    expect((await problemOf(response)).code).toBe('payload_too_large');
    expect(sent).toBeLessThan(10);
  });

  it.each(['__proto__', 'constructor', 'prototype'])(
    '%s as a field changes nothing',
    async (key) => {
      const { post } = ready();
      const response = await post('/v1/ask', `{"question": "a", "${key}": {"polluted": true}}`);
      expect([200, 400]).toContain(response.status);
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    },
  );

  it('passes half a surrogate pair on and answers in valid JSON', async () => {
    const { engine, post } = ready();
    const response = await post('/v1/ask', '{"question": "half \\ud83d of a smile"}');
    expect(response.status).toBe(200);
    expect(engine.calls[0]?.input).toEqual({ question: 'half \ud83d of a smile' });
  });
});

describe('bodies in another dress', () => {
  it.each([
    ['no type', new Headers()],
    ['plain text', { 'Content-Type': 'text/plain' }],
    ['a form', { 'Content-Type': 'application/x-www-form-urlencoded' }],
    ['Latin-1', { 'Content-Type': 'application/json; charset=iso-8859-1' }],
    ['UTF-16', { 'Content-Type': 'application/json; charset="UTF-16LE"' }],
    ['nonsense', { 'Content-Type': ';;;' }],
    ['gzip', { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' }],
  ])('%s is refused with what to send instead', async (_what, headers) => {
    const { post } = ready();
    const body = new TextEncoder().encode('{"question": "a"}');
    const response = await post('/v1/ask', '', { headers: new Headers(headers), body });
    expect(response.status).toBe(415);
    expect((await problemOf(response)).code).toBe('unsupported_media_type');
  });

  it.each(['application/json; charset=utf-8', 'APPLICATION/JSON;charset="UTF-8"'])(
    '%s is JSON',
    async (type) => {
      const init = { headers: { 'Content-Type': type } };
      expect((await ready().post('/v1/ask', { question: 'a' }, init)).status).toBe(200);
    },
  );

  it('takes a byte order mark for what it is', async () => {
    expect((await ready().post('/v1/ask', '\ufeff{"question": "a"}')).status).toBe(200);
  });

  it('does not guess at bytes that are no UTF-8', async () => {
    const body = new Uint8Array([...new TextEncoder().encode('{"question": "'), 0xe9, 0x22, 0x7d]);
    const problem = await problemOf(await ready().post('/v1/ask', '', { body }));
    expect(problem.code).toBe('invalid_json');
    expect(problem.detail).toContain('UTF-8');
  });
});
