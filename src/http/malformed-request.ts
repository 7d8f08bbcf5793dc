import { randomUUID } from 'node:crypto';
import type { Duplex } from 'node:stream';
import { describeProblem } from './describe-problem.js';
import type { Log } from './log.js';

const MALFORMED = 'This is no request that HTTP allows: its line, its Host or a header is wrong.';
const TOO_SLOW = 'The request did not arrive in time. Send it again over a better connection.';

/** Answers a request that did not become one the application could be asked. */
export function malformedResponse(error: unknown, log: Log): Response {
  const requestId = randomUUID();
  const malformed = error instanceof Error && error.name === 'RequestError';
  const code = malformed ? 'invalid_request' : 'internal';
  if (!malformed) log.error({ requestId, code, err: error }, 'a request failed');
  const problem = describeProblem({ code, detail: MALFORMED, requestId });
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { 'Content-Type': 'application/problem+json', 'X-Request-Id': requestId },
  });
}

/** Answers, on the bare socket, bytes in which Node's parser finds no request, or not the whole of one in time. */
export function answerMalformed(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const requestId = randomUUID();
  const slow = error.code === 'ERR_HTTP_REQUEST_TIMEOUT';
  const problem = slow
    ? describeProblem({ code: 'request_timeout', detail: TOO_SLOW, requestId })
    : describeProblem({ code: 'invalid_request', detail: MALFORMED, requestId });
  const body = JSON.stringify(problem);
  const head = [
    slow ? 'HTTP/1.1 408 Request Timeout' : 'HTTP/1.1 400 Bad Request',
    'Connection: close',
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    `X-Request-Id: ${requestId}`,
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
