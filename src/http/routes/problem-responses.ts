import { ProblemSchema } from '../../contract/problem.js';

const content = { 'application/problem+json': { schema: ProblemSchema } };

/** What a route may answer besides its answer, as the OpenAPI document says it. */
export const problemResponses = {
  notFound: { 404: { description: 'There is no such document.', content } },
  body: {
    400: { description: 'The body is no JSON, or not what is wanted.', content },
    413: { description: 'The body holds more than 64 KB.', content },
    415: { description: 'The body is not sent as JSON in UTF-8.', content },
  },
  engine: {
    500: { description: 'Something went wrong here.', content },
    503: { description: 'Still starting, or it took too long: try again.', content },
  },
} as const;
