import { OpenAiErrorBodySchema } from './error.js';

const content = { 'application/json': { schema: OpenAiErrorBodySchema } };

/** What the OpenAI-compatible routes may answer besides their answer, as the OpenAPI document says it. */
export const openAiResponses = {
  notFound: { 404: { description: 'There is no such model.', content } },
  body: {
    400: { description: 'The body is no JSON, or not what is wanted.', content },
    413: { description: 'The body holds more than 512 KB.', content },
    415: { description: 'The body is not sent as JSON in UTF-8.', content },
  },
  engine: {
    500: { description: 'Something went wrong here.', content },
    503: { description: 'Still starting, or it took too long: try again.', content },
  },
} as const;
