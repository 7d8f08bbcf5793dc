import { describe, expect, it } from 'vitest';
import { AskResponseSchema } from '../../src/contract/ask.js';
import { DocumentViewSchema } from '../../src/contract/document.js';
import { SearchResponseSchema } from '../../src/contract/search.js';
import { FootnoteError } from '../../src/errors.js';
import { citedText } from '../../src/references/cited-text.js';
import { atService } from '../../src/references/place.js';
import { createFakeEngine } from '../http/fake-engine.js';
import { ABSTAINED, ANSWERED, DOCUMENT, FOUND } from '../http/samples.js';
import { WAYS } from './connect.js';

const { blocks: _, ...VIEW } = DOCUMENT;
const { text: _text, ...SUMMARY } = VIEW;
const URI = 'footnote://documents/news%2Ftrade';

function ready() {
  return createFakeEngine({
    ask: async () => ANSWERED,
    search: async () => FOUND,
    documents: async () => ({ documents: [SUMMARY] }),
    document: async (id) => (id === DOCUMENT.id ? DOCUMENT : undefined),
  });
}

/** The texts of a result, in their order. */
function textsOf(result: object): string[] {
  const { content } = result as { content: { type: string; text: string }[] };
  expect(content.every(({ type }) => type === 'text')).toBe(true);
  return content.map(({ text }) => text);
}

describe.each(WAYS)('an MCP client over %s', (_way, connect) => {
  it('finds three tools that only read, each with what goes in and comes out', async () => {
    const client = await connect(ready());
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(['ask', 'search', 'read_document']);
    for (const { description, inputSchema, outputSchema, annotations } of tools) {
      expect(description?.length).toBeGreaterThan(50);
      expect(inputSchema).toMatchObject({ type: 'object', additionalProperties: false });
      expect(outputSchema).toMatchObject({ type: 'object', additionalProperties: false });
      expect(JSON.stringify([inputSchema, outputSchema])).not.toMatch(/"\$ref"|"allOf"/);
      expect(annotations).toMatchObject({ readOnlyHint: true, openWorldHint: false });
    }
    expect(client.getServerVersion()).toMatchObject({ name: 'footnote', title: 'Footnote' });
    expect(client.getInstructions()).toContain('abstention');
  });

  it('asks, and gets the contract beside a text with references', async () => {
    const engine = ready();
    const client = await connect(engine);
    await client.listTools();
    const given = { question: 'And in 1988?', history: [{ question: 'a', answer: 'b' }] };
    const result = await client.callTool({ name: 'ask', arguments: given });
    expect(engine.calls[0]?.input).toEqual(given);
    expect(AskResponseSchema.strict().parse(result.structuredContent)).toEqual(ANSWERED);
    expect(textsOf(result)).toEqual([citedText(ANSWERED, atService('https://docs.example'))]);
    expect(result.isError).toBeUndefined();
  });

  it('gets an abstention as a result, not as an error', async () => {
    const client = await connect(createFakeEngine({ ask: async () => ABSTAINED }));
    const result = await client.callTool({ name: 'ask', arguments: { question: 'Who won?' } });
    expect(result.isError).toBeUndefined();
    expect(result.structuredContent).toEqual(ABSTAINED);
    expect(textsOf(result)[0]).toMatch(/^Nothing here speaks of a cup\./);
  });

  it('searches', async () => {
    const client = await connect(ready());
    const result = await client.callTool({ name: 'search', arguments: { query: 'trade' } });
    expect(SearchResponseSchema.strict().parse(result.structuredContent)).toEqual(FOUND);
    expect(textsOf(result)).toEqual([
      `[1] Trade in numbers - https://docs.example${FOUND.passages[0]?.href}\nTrade grew to $77.2 billion in 2024.`,
    ]);
  });

  it('is told where nothing is found', async () => {
    const engine = createFakeEngine({ search: async () => ({ ...FOUND, passages: [] }) });
    const client = await connect(engine);
    const result = await client.callTool({ name: 'search', arguments: { query: 'trade' } });
    expect(textsOf(result)).toEqual(['Nothing found.']);
  });

  it('reads a document, its text untouched', async () => {
    const client = await connect(ready());
    const given = { name: 'read_document', arguments: { id: DOCUMENT.id } };
    const result = await client.callTool(given);
    expect(DocumentViewSchema.strict().parse(result.structuredContent)).toEqual(VIEW);
    const [heading, text] = textsOf(result);
    expect(heading).toMatch(/^Trade in numbers, A\. Writer, The <Paper>, 2025-06-20, https:/);
    expect(text).toBe(DOCUMENT.text);
  });

  it('finds the documents as resources and reads them', async () => {
    const client = await connect(ready());
    const { resources, nextCursor } = await client.listResources();
    expect(resources).toEqual([
      {
        uri: URI,
        name: 'news/trade',
        title: 'Trade in numbers',
        description: 'A. Writer, The <Paper>, 2025-06-20',
        mimeType: 'text/plain',
      },
    ]);
    expect(nextCursor).toBeUndefined();
    const { resourceTemplates } = await client.listResourceTemplates();
    expect(resourceTemplates[0]?.uriTemplate).toBe('footnote://documents/{id}');
    for (const uri of [URI, 'footnote://documents/news/trade']) {
      const { contents } = await client.readResource({ uri });
      expect(contents).toEqual([{ uri, mimeType: 'text/plain', text: DOCUMENT.text }]);
    }
  });

  it('gets long lists a page at a time, each document once', async () => {
    const ids = Array.from({ length: 450 }, (_, i) => `doc-${String(i).padStart(3, '0')}`);
    const documents = ids.map((id) => ({ ...SUMMARY, id }));
    const client = await connect(createFakeEngine({ documents: async () => ({ documents }) }));
    const seen: string[] = [];
    const pages: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await client.listResources(cursor === undefined ? {} : { cursor });
      seen.push(...page.resources.map(({ name }) => name));
      pages.push(page.resources.length);
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(seen).toEqual(ids);
    expect(pages).toEqual([200, 200, 50]);
    await expect(client.listResources({ cursor: 'nowhere' })).rejects.toMatchObject({
      code: -32602,
    });
  });

  it.each([
    ['no question', 'ask', {}, 'question'],
    ['a blank question', 'ask', { question: ' ' }, 'question'],
    ['an unknown argument', 'ask', { question: 'a', temperature: 1 }, 'temperature'],
    ['a limit too high', 'search', { query: 'a', limit: 101 }, 'limit'],
    ['no id', 'read_document', { document: 'a' }, 'id'],
  ])('is told what is wrong with its arguments: %s', async (_what, name, given, part) => {
    const engine = ready();
    const client = await connect(engine);
    const result = await client.callTool({ name, arguments: given });
    expect(result.isError).toBe(true);
    expect(result._meta).toMatchObject({ problem: { code: 'invalid_request', status: 400 } });
    expect(textsOf(result)[0]).toContain(part);
    expect(engine.calls).toEqual([]);
  });

  it.each([
    ['timeout', new FootnoteError('timeout', 'No answer within 5 ms.'), 'No answer within 5 ms.'],
    ['internal', new Error('secret /etc/passwd'), 'The log of the service says more'],
    ['internal', 'a thrown text', 'The log of the service says more'],
  ])('gets %s as a result that is an error, with our code', async (code, error, detail) => {
    const engine = createFakeEngine({
      ask: async () => {
        throw error;
      },
    });
    const client = await connect(engine);
    const result = await client.callTool({ name: 'ask', arguments: { question: 'a' } });
    expect(result).toMatchObject({ isError: true, _meta: { problem: { code } } });
    const [text] = textsOf(result);
    expect(text).toContain(`(${code})`);
    expect(text).toContain(detail);
    expect(JSON.stringify(result)).not.toContain('secret');
  });

  it('is told in a result which document there is not', async () => {
    const client = await connect(ready());
    const result = await client.callTool({ name: 'read_document', arguments: { id: 'x' } });
    expect(result).toMatchObject({ isError: true, _meta: { problem: { code: 'not_found' } } });
  });

  it('gets errors of the protocol where it asks for what there is not', async () => {
    const client = await connect(ready());
    const unknownTool = client.callTool({ name: 'delete_all', arguments: {} });
    await expect(unknownTool).rejects.toMatchObject({ code: -32602 });
    for (const uri of ['footnote://documents/none', 'footnote://documents/%', 'file:///etc/passwd'])
      await expect(client.readResource({ uri })).rejects.toMatchObject({ code: -32002 });
    await expect(client.listPrompts()).rejects.toThrow();
  });

  it('gets what fails outside a tool as an error without its cause', async () => {
    const engine = createFakeEngine({
      documents: async () => {
        throw new Error('secret /etc/passwd');
      },
    });
    const client = await connect(engine);
    const failure = await client.listResources().catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: -32603, data: { code: 'internal' } });
    expect(String(failure)).not.toContain('secret');
  });
});
