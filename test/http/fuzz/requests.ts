import fc from 'fast-check';
import { anyText, type Schema, valuesOf } from './values.js';

/** An operation of the service, as its description tells it. */
interface Operation {
  readonly method: string;
  /** With its parameters in braces. */
  readonly path: string;
  readonly query: readonly string[];
  readonly body: Schema | undefined;
}

/** As much of an OpenAPI document as is read here. */
export interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

interface DescribedOperation {
  readonly parameters?: readonly { readonly in: string; readonly name: string }[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: Schema }>>;
  };
}

/** What the description says too little of: a protocol that describes itself, and pages. */
const MORE: readonly Operation[] = [
  { method: 'POST', path: '/mcp', query: [], body: mcpMessage() },
  { method: 'GET', path: '/', query: ['question'], body: undefined },
  { method: 'GET', path: '/documents/{id}', query: ['start', 'end', 'hash'], body: undefined },
  { method: 'GET', path: '/{anything}', query: [], body: undefined },
];

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** One request, in parts that print well where it fails. */
export interface FuzzRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** Requests to every operation that is described, most of them nearly right; a route is covered once it is described. */
export function requestsTo(
  { paths, components }: Description,
  keys: readonly string[],
): fc.Arbitrary<FuzzRequest> {
  const described = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => operationOf(method, path, operation)),
  );
  return fc.oneof(
    ...[...described, ...MORE].map((operation) => ({
      // What takes a body has the most to get wrong.
      weight: operation.body === undefined ? 1 : 4,
      arbitrary: requestsToOne(operation, components.schemas, keys),
    })),
  );
}

function operationOf(
  method: string,
  path: string,
  { parameters = [], requestBody }: DescribedOperation,
): Operation {
  return {
    method: method.toUpperCase(),
    path,
    query: parameters.filter((one) => one.in === 'query').map(({ name }) => name),
    body: requestBody?.content['application/json']?.schema,
  };
}

function requestsToOne(
  { method, path, query, body }: Operation,
  schemas: Readonly<Record<string, Schema>>,
  keys: readonly string[],
): fc.Arbitrary<FuzzRequest> {
  const methods = fc.oneof(
    { weight: 15, arbitrary: fc.constant(method) },
    { weight: 1, arbitrary: fc.constantFrom(...METHODS) },
  );
  const bodies = body === undefined ? fc.constant(undefined) : bodiesOf(valuesOf(body, schemas));
  return fc.record({
    method: methods,
    path: fc.tuple(pathsOf(path), queriesOf(query)).map((parts) => parts.join('')),
    headers: headersWith(keys),
    body: bodies,
  });
}

function bodiesOf(values: fc.Arbitrary<unknown>): fc.Arbitrary<string> {
  const json = values.map((value) => JSON.stringify(value) ?? '');
  return fc.oneof(
    { weight: 24, arbitrary: json },
    { weight: 1, arbitrary: json.map((whole) => whole.slice(0, -1)) },
    { weight: 1, arbitrary: anyText },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '',
        'null',
        '[]',
        '['.repeat(20_000),
        `{"question":${'['.repeat(9000)}${']'.repeat(9000)}}`,
        '{"__proto__":{"polluted":true},"question":"a"}',
        `{"question":"${'x'.repeat(70_000)}"}`,
        '\ufeff{"question":"a"}',
        '{"question":"a","question":"b"}',
      ),
    },
  );
}

function pathsOf(path: string): fc.Arbitrary<string> {
  const parts = path.split(/(\{[^}]+\})/).map((part) =>
    part.startsWith('{')
      ? fc.oneof(
          fc.constantFrom('news/trade', 'news%2Ftrade', 'footnote', '..%2f..%2fetc%2fpasswd'),
          fc.constantFrom('%', '%00', '%E0%A4%A', '../..', '//', 'a'.repeat(5000), '?', '#', ';'),
          fc.string({ maxLength: 20 }),
          anyText.map((id) => encodeURIComponent(wellFormed(id))),
        )
      : fc.constant(part),
  );
  return fc.tuple(...parts).map((all) => all.join(''));
}

function queriesOf(names: readonly string[]): fc.Arbitrary<string> {
  const value = fc.oneof(
    fc.constantFrom('', '0', '5', '18', '54', '-1', '1e3', '9'.repeat(30), 'sha256-x', 'a?&b'),
    fc.string({ maxLength: 30 }),
    anyText,
  );
  const fields = Object.fromEntries(names.map((name) => [name, value]));
  const given = fc.record(fields, { requiredKeys: [] }).map((query) => {
    const text = new URLSearchParams(query as Record<string, string>).toString();
    return text === '' ? '' : `?${text}`;
  });
  return fc.oneof(
    { weight: 9, arbitrary: given },
    { weight: 1, arbitrary: fc.constant('?%&=%E0') },
  );
}

function headersWith(keys: readonly string[]): fc.Arbitrary<Record<string, string>> {
  const printable = fc.stringMatching(/^[!-~]{1,30}$/);
  const likely = <Value>(usual: Value, ...others: readonly Value[]) =>
    fc.oneof(
      { weight: 12, arbitrary: fc.constant(usual) },
      { weight: 1, arbitrary: fc.constantFrom(usual, ...others) },
    );
  const always = {
    'content-type': likely('application/json', 'text/plain', ';;;', 'application/json; charset=x'),
  };
  const sometimes = {
    accept: fc.constantFrom(
      'text/event-stream',
      'text/html',
      'application/json, text/event-stream',
      '*/*',
      'nonsense',
    ),
    authorization: fc.oneof(
      fc.constantFrom('Bearer', 'Bearer x y', 'Basic !!!', `Basic ${'A'.repeat(900)}`),
      ...keys.map((key) => fc.constant(`Bearer ${key}`)),
      printable,
    ),
    'content-encoding': likely('identity', 'gzip'),
    'if-none-match': fc.oneof(fc.constantFrom('*', 'W/"a"'), printable),
    'last-event-id': printable,
    'mcp-protocol-version': fc.constantFrom('2025-06-18', '1999-01-01', 'x'),
    origin: fc.constantFrom('https://a.example', 'null', 'https://evil.example'),
    'access-control-request-method': fc.constantFrom('POST', 'X'),
    range: fc.constantFrom('bytes=0-1', 'bytes=9-1'),
    'x-forwarded-for': fc.oneof(fc.constantFrom('1.2.3.4', ', ,', '::1'), printable),
    'x-request-id': printable,
  };
  return fc.oneof(
    fc.record(always),
    fc.record({ ...always, ...sometimes }, { requiredKeys: ['content-type'] }),
  ) as fc.Arbitrary<Record<string, string>>;
}

/** Half a surrogate pair cannot be percent-encoded. */
function wellFormed(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}

function mcpMessage(): Schema {
  const text: Schema = { type: 'string' };
  return {
    type: 'object',
    required: ['jsonrpc', 'id', 'method', 'params'],
    properties: {
      jsonrpc: { const: '2.0' },
      id: { type: ['integer', 'string', 'null'] },
      method: {
        enum: [
          'initialize',
          'tools/list',
          'tools/call',
          'resources/list',
          'resources/read',
          'ping',
        ],
      },
      params: {
        type: 'object',
        required: ['name', 'arguments'],
        properties: {
          name: { enum: ['ask', 'search', 'read_document', 'other'] },
          uri: { enum: ['footnote://documents/news/trade', 'file:///etc/passwd', ''] },
          arguments: {
            type: 'object',
            properties: {
              question: text,
              query: text,
              id: text,
              documentId: text,
              limit: { type: 'integer' },
            },
          },
          protocolVersion: text,
          capabilities: { type: 'object' },
          clientInfo: { type: 'object', properties: { name: text, version: text } },
        },
      },
    },
  };
}
