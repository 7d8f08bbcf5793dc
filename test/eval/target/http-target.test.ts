import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { evaluate } from '../../../eval/evaluate.js';
import { httpTarget } from '../../../eval/target/http-target.js';
import { fakeTarget } from '../fake-target.js';
import { answerable, unanswerable } from '../tower-questions.js';

let server: Server | undefined;

async function serve(listener: RequestListener): Promise<string> {
  server = createServer(listener);
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** The fake target behind the routes of the contract. */
const contract: RequestListener = async (request, response) => {
  const target = fakeTarget({
    'height?': { quote: 'The tower is 80 metres high.', from: 'tower' },
  });
  let body = '';
  for await (const chunk of request) body += chunk;
  const value = await (request.url === '/v1/ask'
    ? target.ask(JSON.parse(body))
    : request.url === '/v1/search'
      ? target.search?.(JSON.parse(body))
      : target.document(decodeURIComponent(request.url?.replace('/v1/documents/', '') ?? '')));
  response.writeHead(value === undefined ? 404 : 200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(value ?? {}));
};

describe('httpTarget', () => {
  it('evaluates a service as it evaluates the engine', async () => {
    const target = httpTarget({ baseUrl: `${await serve(contract)}/` });
    const { overall, errors } = await evaluate(
      target,
      [answerable('height'), answerable('refused'), unanswerable('moon')],
      { timeoutMs: 5000 },
    );
    expect(errors).toBe(0);
    expect(overall['right']?.value).toBeCloseTo(2 / 3, 12);
    expect(overall['verbatim']?.value).toBe(1);
  });

  it('knows a document that is not there', async () => {
    const target = httpTarget({ baseUrl: await serve(contract) });
    expect(await target.document('a/b')).toBeUndefined();
  });

  it.each([
    ['a problem', 500, '{"title":"Internal"}', /answered 500: .*Internal/],
    ['no JSON', 200, '<html>', /without JSON/],
    ['something else than the contract says', 200, '{"answer":"80 metres"}', /breaks the contract/],
  ])('takes %s for an error', async (_, status, body, message) => {
    const baseUrl = await serve((_request, response) => {
      response.writeHead(status);
      response.end(body);
    });
    const target = httpTarget({ baseUrl });
    await expect(target.ask({ question: 'height?' })).rejects.toThrow(message);
  });

  it('counts a question that is never answered as failed', async () => {
    const url = await serve((request, response) => {
      if (request.url !== '/v1/ask') void contract(request, response);
    });
    const { errors } = await evaluate(httpTarget({ baseUrl: url }), [answerable('height')], {
      timeoutMs: 50,
    });
    expect(errors).toBe(1);
  });

  it('says where nobody listens', async () => {
    await expect(
      httpTarget({ baseUrl: 'http://127.0.0.1:9' }).ask({ question: 'height?' }),
    ).rejects.toThrow(/could not be reached/);
  });
});
