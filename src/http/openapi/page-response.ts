import { z } from '@hono/zod-openapi';

const content = { 'text/html': { schema: z.string() } };

/** What a page answers, as the OpenAPI document says it. */
export function pageResponse(description: string) {
  return { 200: { description, content } } as const;
}
