import { z } from 'zod';
import { ERROR_CODES } from '../errors.js';

export const ProblemSchema = z
  .object({
    type: z.string().describe('`urn:footnote:problem:` and the code; stable.'),
    title: z.string().describe('What the code means, the same for every occurrence.'),
    status: z.int().describe('The HTTP status of this answer.'),
    code: z.enum(ERROR_CODES),
    detail: z.string().describe('What happened this time, and what to do.'),
    instance: z.string().describe('`urn:footnote:request:` and the request id.'),
    requestId: z.string().describe('Also in the X-Request-Id header and in the log.'),
    errors: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .describe('Each part of the request that is wrong; path as `filter.author.0`.'),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem details.' });

export type Problem = z.infer<typeof ProblemSchema>;
