import type { App } from '../app.js';
import { speaksOpenAi } from '../openai/error.js';
import { requiredScope } from '../security/required-scope.js';

/** The OpenAPI document of the service. */
export type Description = ReturnType<App['getOpenAPI31Document']>;

const INFO = {
  title: 'Footnote',
  version: '1',
  summary: 'Answers questions from documents, each sentence with a verified quote.',
  description:
    'Every answer is made of sentences with citations: exact quotes that the service has checked against their source. Where the documents hold no answer, the service says so. Refusals are problem documents (RFC 9457) with a closed list of codes; each response carries an `X-Request-Id`.',
  license: { name: 'MIT', identifier: 'MIT' },
};

const KEY = 'key';
const PROBLEM = {
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

const OPENAI_ERROR = {
  content: { 'application/json': { schema: { $ref: '#/components/schemas/OpenAiError' } } },
};

/** What any route may answer before its own work begins. */
const COMMON_RESPONSES = {
  401: { name: 'Unauthorized', description: 'Keys are set, and none that is known came.' },
  403: { name: 'Forbidden', description: 'The key does not hold the scope that this needs.' },
  421: { name: 'HostNotAllowed', description: 'The service does not answer to this host name.' },
  429: { name: 'RateLimited', description: 'Too many requests; `Retry-After` tells the seconds.' },
} as const;

const NEED_KEYS = new Set(['401', '403']);

/** Describes every route registered so far, once, when first asked. */
export function describeService(app: App): () => Description {
  let description: Description | undefined;
  app.openAPIRegistry.registerComponent('securitySchemes', KEY, {
    type: 'http',
    scheme: 'bearer',
    description: 'Needed only where whoever runs the service has set keys.',
  });
  for (const { name, description: text } of Object.values(COMMON_RESPONSES))
    app.openAPIRegistry.registerComponent('responses', name, { description: text, ...PROBLEM });
  return () => {
    description ??= withCommonParts(
      app.getOpenAPI31Document({ openapi: '3.1.0', info: INFO, servers: [{ url: '/' }] }),
    );
    return description;
  };
}

function withCommonParts(description: Description): Description {
  for (const [path, item] of Object.entries(description.paths ?? {}))
    for (const operation of [item.get, item.post, item.delete]) {
      if (operation === undefined) continue;
      const open = requiredScope({ path, question: true, publicPages: false }) === null;
      operation.security = open ? [] : [{}, { [KEY]: [] }];
      operation.responses = { ...commonResponses(path, open), ...operation.responses };
    }
  return description;
}

function commonResponses(path: string, open: boolean) {
  return Object.fromEntries(
    Object.entries(COMMON_RESPONSES)
      .filter(([status]) => !(open && NEED_KEYS.has(status)))
      .map(([status, { name, description }]) => [
        status,
        speaksOpenAi(path)
          ? { description, ...OPENAI_ERROR }
          : { $ref: `#/components/responses/${name}` },
      ]),
  );
}
