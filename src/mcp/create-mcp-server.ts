import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import {
  CallToolRequestSchema,
  type CallToolResult,
  ErrorCode,
  ListResourcesRequestSchema,
  ListResourceTemplatesRequestSchema,
  ListToolsRequestSchema,
  McpError,
  ReadResourceRequestSchema,
} from '@modelcontextprotocol/sdk/types.js';
import { AjvJsonSchemaValidator } from '@modelcontextprotocol/sdk/validation/ajv-provider.js';
import { askTool } from './ask-tool.js';
import { DOCUMENT_TEMPLATE, listDocuments, readResource } from './document-resources.js';
import type { McpHost } from './host.js';
import { readDocumentTool } from './read-document-tool.js';
import { searchTool } from './search-tool.js';
import { SERVER_INFO } from './server-info.js';

const TOOLS = [askTool, searchTool, readDocumentTool];

const INSTRUCTIONS =
  'Footnote answers from a fixed set of documents. Every sentence of an answer is backed by a quote that was compared with its document. Use `ask` for questions, `search` to look around, `read_document` for a whole text. An abstention means that the documents do not say: pass that on.';

// Made once: building a validator takes longer than answering a request.
const jsonSchemaValidator = new AjvJsonSchemaValidator();

/** An MCP server over the engine: three tools that read, and the documents as resources. */
export function createMcpServer(host: McpHost): Server {
  const server = new Server(SERVER_INFO, {
    capabilities: { tools: {}, resources: {} },
    instructions: INSTRUCTIONS,
    jsonSchemaValidator,
  });
  server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: TOOLS.map(({ description }) => description),
  }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }, { signal }) => {
    const tool = TOOLS.find(({ description }) => description.name === params.name);
    if (tool === undefined)
      throw new McpError(
        ErrorCode.InvalidParams,
        `There is no tool "${params.name.slice(0, 100)}". List the tools.`,
      );
    try {
      return await tool.call(params.arguments, host, signal);
    } catch (error) {
      return refusal(error, host);
    }
  });
  server.setRequestHandler(ListResourcesRequestSchema, ({ params }, { signal }) =>
    told(listDocuments(params?.cursor, host, signal), host),
  );
  server.setRequestHandler(ListResourceTemplatesRequestSchema, () => ({
    resourceTemplates: [DOCUMENT_TEMPLATE],
  }));
  server.setRequestHandler(ReadResourceRequestSchema, ({ params }, { signal }) =>
    told(readResource(params.uri, host, signal), host),
  );
  return server;
}

/** A tool that could not do its work says so in its result, where the model that called it reads it. */
function refusal(error: unknown, host: McpHost): CallToolResult {
  const { code, title, detail, status, requestId } = host.describe(asError(error));
  return {
    isError: true,
    content: [{ type: 'text', text: `${title} (${code}). ${detail}` }],
    _meta: { problem: { code, title, detail, status, requestId } },
  };
}

/** What goes wrong elsewhere is an error of the protocol, with our code as its data. */
async function told<Result>(work: Promise<Result>, host: McpHost): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof McpError) throw error;
    const { code, title, detail } = host.describe(asError(error));
    throw new McpError(ErrorCode.InternalError, `${title}. ${detail}`, { code });
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
