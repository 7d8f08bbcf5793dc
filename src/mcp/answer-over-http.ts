import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import { ErrorCode } from '@modelcontextprotocol/sdk/types.js';
import { createMcpServer } from './create-mcp-server.js';
import type { McpHost } from './host.js';

/**
 * Answers one request of the Streamable HTTP transport. No session is kept: each request stands alone, so
 * that any instance can answer it, and its answer is JSON, not a stream.
 */
export async function answerOverHttp(
  request: Request,
  parsedBody: unknown,
  host: McpHost,
): Promise<Response> {
  // One request is one question to queue, count and time; the protocol dropped batches in 2025-06-18.
  if (Array.isArray(parsedBody)) return batchRefused();
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
  const server = createMcpServer(host);
  await server.connect(transport);
  try {
    return await transport.handleRequest(request, { parsedBody });
  } finally {
    await server.close();
  }
}

function batchRefused(): Response {
  const error = { code: ErrorCode.InvalidRequest, message: 'Send one message a request.' };
  return Response.json({ jsonrpc: '2.0', error, id: null }, { status: 400 });
}
