import { ProblemSchema } from '../../../src/contract/problem.js';
import { OpenAiErrorBodySchema, speaksOpenAi } from '../../../src/http/openai/error.js';
import type { FuzzRequest } from './requests.js';

/** Far beyond what any answer takes on a slow machine: only what hangs meets it. */
const HANG_MS = 60_000;

const LEAKS = [
  process.cwd(),
  'node_modules',
  'node:internal',
  /\n\s+at \S+ \(/,
  /\.[cm]?[jt]s:\d+/,
  'FootnoteError',
  'ZodError',
  'SqliteError',
  'polluted',
];

type Ask = (request: Request) => Response | Promise<Response>;

/**
 * Sends one request and reads its whole answer.
 * @throws Error that says what is wrong: a hang, a failure of the server, a refusal without a reason a
 *   program can read, a word about the inside of the service
 */
export async function checkSound(ask: Ask, { method, path, headers, body }: FuzzRequest) {
  const bare = method === 'GET' || method === 'HEAD';
  const request = new Request(`http://localhost${path}`, {
    method,
    headers,
    ...(bare || body === undefined ? {} : { body }),
  });
  const { response, text } = await beforeHang(async () => {
    const answer = await ask(request);
    return { response: answer, text: await answer.text() };
  });
  const { status } = response;
  if (status >= 500 && status !== 503) throw new Error(`${status}: ${text}`);
  for (const name of ['content-security-policy', 'x-content-type-options', 'x-request-id'])
    if (!response.headers.has(name)) throw new Error(`${status} without ${name}`);
  const told = [...response.headers.values(), text].join('\n');
  const sent = `${path}\n${Object.values(headers).join('\n')}\n${body}`;
  for (const leak of LEAKS) if (found(told, leak) && !found(sent, leak)) throw new Error(told);
  if (status >= 400 && method !== 'HEAD') checkRefusal(request, response, text);
  return status;
}

function found(text: string, what: string | RegExp): boolean {
  return typeof what === 'string' ? text.includes(what) : what.test(text);
}

function checkRefusal(request: Request, response: Response, text: string): void {
  const path = decodeURISafely(new URL(request.url).pathname);
  const type = response.headers.get('content-type') ?? '';
  const page =
    type.startsWith('text/html') && (request.headers.get('accept') ?? '').includes('html');
  if (page && !path.startsWith('/v1/')) return;
  const json: unknown = JSON.parse(text);
  if (type === 'application/problem+json') {
    const problem = ProblemSchema.strict().parse(json);
    if (problem.status !== response.status) throw new Error(`not ${response.status}: ${text}`);
    if (problem.requestId !== response.headers.get('x-request-id'))
      throw new Error(`another request id: ${text}`);
    return;
  }
  if (speaksOpenAi(path)) OpenAiErrorBodySchema.strict().parse(json);
  else if (path !== '/mcp' || !isProtocolError(json))
    throw new Error(`no problem: ${type} ${text}`);
}

function isProtocolError(json: unknown): boolean {
  return typeof json === 'object' && json !== null && 'jsonrpc' in json && 'error' in json;
}

function decodeURISafely(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

async function beforeHang<Result>(work: () => Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const hang = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${HANG_MS} ms`)), HANG_MS);
  });
  return Promise.race([work(), hang]).finally(() => clearTimeout(timer));
}
