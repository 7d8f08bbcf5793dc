import { resolve } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import {
  getDefaultEnvironment,
  StdioClientTransport,
} from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import OpenAI from 'openai';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AskResponse, AskResponseSchema } from '../../src/contract/ask.js';
import { DocumentViewSchema } from '../../src/contract/document.js';
import {
  MODELS_DIR,
  PROGRAM,
  type Running,
  runProgram,
  startProgram,
  temporaryFolder,
} from './program.js';

const QUESTION = 'How large was Korea-Japan trade in 2024?';
const OFF_TOPIC = 'Who won the football world cup in 1998?';
/** Tests may run on a machine that is busy with others. */
const PATIENCE = { timeout: 160_000 };

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let environment: Record<string, string>;
let server: Running;
let url: string;

beforeAll(async () => {
  folder = await temporaryFolder();
  environment = {
    INDEX_DIR: folder.path,
    CORPUS_DIR: resolve('corpus'),
    FEEDBACK_DIR: 'none',
    ASK_TIMEOUT_MS: '150000',
    PORT: '0',
  };
  server = startProgram(['serve'], environment);
  [, url = ''] = await server.notice(/documents at (\S+)/);
});

afterAll(async () => {
  server.process.kill('SIGKILL');
  await server.outcome;
  await folder.remove();
});

/** The contract object, every quote compared with the document that the service shows. */
async function verified(value: unknown): Promise<AskResponse> {
  const response = AskResponseSchema.strict().parse(value);
  for (const { documentId, start, end, quote } of response.citations) {
    const document = await fetch(`${url}/v1/documents/${documentId}`);
    const { text } = DocumentViewSchema.parse(await document.json());
    expect(text.slice(start, end)).toBe(quote);
  }
  return response;
}

describe('the openai client, of the running service', () => {
  const ask = async (content: string) => {
    const client = new OpenAI({ baseURL: `${url}/v1`, apiKey: 'none' });
    const messages = [{ role: 'user' as const, content }];
    return client.chat.completions.create({ model: 'footnote', messages });
  };

  it('gets an answer whose links open the quotes', async () => {
    const completion = await ask(QUESTION);
    const text = completion.choices[0]?.message.content ?? '';
    const { answer, citations } = await verified((completion as { footnote?: unknown }).footnote);
    expect(answer?.sentences.length).toBeGreaterThan(0);
    expect(text).toContain(`${answer?.sentences[0]?.text} [1]`);
    const links = [...text.matchAll(/^\[\d+\] .+ - (http\S+)$/gm)].map(([, link]) => link ?? '');
    expect(links).toHaveLength(citations.length);
    for (const link of links)
      expect(await (await fetch(link)).text()).toContain('<mark id="quote">');
  });

  it('streams what it says', async () => {
    const client = new OpenAI({ baseURL: `${url}/v1`, apiKey: 'none' });
    const messages = [{ role: 'user' as const, content: QUESTION }];
    const stream = client.chat.completions.stream({ model: 'footnote', messages });
    expect(await stream.finalContent()).toBe((await ask(QUESTION)).choices[0]?.message.content);
  });

  it('gets an abstention as a message', async () => {
    const completion = await ask(OFF_TOPIC);
    expect(completion.choices[0]?.message.content).toMatch(/\w/);
    expect(completion).toMatchObject({ footnote: { status: 'abstained', citations: [] } });
  });
});

describe.each([
  ['Streamable HTTP', () => new StreamableHTTPClientTransport(new URL(`${url}/mcp`)) as Transport],
  [
    'a process of its own',
    () => {
      const env = {
        ...getDefaultEnvironment(),
        MODELS_DIR,
        EMBEDDING_WORKERS: '1',
        ...environment,
      };
      const args = [PROGRAM, 'mcp'];
      return new StdioClientTransport({ command: process.execPath, args, env, stderr: 'pipe' });
    },
  ],
])('an MCP client, of %s', (_way, transport) => {
  const client = new Client({ name: 'test', version: '1' });
  const call = (name: string, given: Record<string, unknown>) =>
    client.callTool({ name, arguments: given }, undefined, PATIENCE);

  beforeAll(() => client.connect(transport(), PATIENCE));
  afterAll(() => client.close());

  it('asks, with verified quotes in what comes back', async () => {
    await client.listTools();
    const result = await call('ask', { question: QUESTION });
    const { answer, citations } = await verified(result.structuredContent);
    expect(answer?.sentences.length).toBeGreaterThan(0);
    expect(citations.length).toBeGreaterThan(0);
    expect(JSON.stringify(result.content)).toContain('[1]');
  });

  it('is told where the documents hold no answer', async () => {
    const result = await call('ask', { question: OFF_TOPIC });
    expect(result.structuredContent).toMatchObject({ status: 'abstained' });
  });

  it('searches, and reads what it found', async () => {
    const found = await call('search', { query: 'aging population', limit: 2 });
    const { passages } = found.structuredContent as { passages: { documentId: string }[] };
    expect(passages).toHaveLength(2);
    const id = passages[0]?.documentId;
    const read = await call('read_document', { id });
    expect(DocumentViewSchema.parse(read.structuredContent).id).toBe(id);
  });

  it('lists the documents and reads each', async () => {
    const { resources } = await client.listResources();
    expect(resources).toHaveLength(5);
    for (const { uri } of resources) {
      const { contents } = await client.readResource({ uri });
      expect(contents[0]).toMatchObject({ uri, text: expect.stringMatching(/\w/) });
    }
  });
});

describe('footnote mcp', () => {
  const message = (id: number, method: string, params: object) =>
    `${JSON.stringify({ jsonrpc: '2.0', id, method, params })}\n`;
  const initialize = message(1, 'initialize', {
    protocolVersion: '2025-06-18',
    capabilities: {},
    clientInfo: { name: 'test', version: '1' },
  });
  const call = message(2, 'tools/call', { name: 'ask', arguments: { question: QUESTION } });

  it('answers all that was asked before its input ended, and writes nothing else', async () => {
    const input = `${initialize}no message\n${call}`;
    const { code, stdout, stderr } = await runProgram(['mcp'], environment, input);
    expect(code).toBe(0);
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ jsonrpc, id }) => [jsonrpc, id])).toEqual([
      ['2.0', 1],
      ['2.0', 2],
    ]);
    expect(lines[1].result.structuredContent.status).toBe('answered');
    expect(stderr).toContain('a message was not understood');
  });

  it('says on standard error what is wrong with its settings', async () => {
    const wrong = { ...environment, CORPUS_DIR: '/nonexistent/corpus' };
    const { code, stdout, stderr } = await runProgram(['mcp'], wrong, initialize + call);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^footnote: /m);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(
      stdout
        .trim()
        .split('\n')
        .filter(Boolean)
        .every((line) => line.startsWith('{"')),
    ).toBe(true);
  });

  it('ends with its input', async () => {
    const running = startProgram(['mcp'], environment);
    expect((await running.outcome).code).toBe(0);
  });
});
