import { createRoute, type z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { citedText } from '../../references/cited-text.js';
import type { App, AppDependencies } from '../app.js';
import { jsonBodyUpTo } from '../json-body.js';
import { askRequestOf, ChatRequestSchema } from '../openai/chat-request.js';
import { ChatCompletionSchema, completionOf } from '../openai/completion.js';
import { describeIssues } from '../openai/describe-issue.js';
import { openAiErrorResponse } from '../openai/error-response.js';
import { MODEL_ID, modelNotFound } from '../openai/model.js';
import { openAiResponses } from '../openai/responses.js';
import { ChatCompletionChunkSchema, streamCompletion } from '../openai/stream-completion.js';
import { locateFor } from '../service-address.js';
import { withEngine } from '../with-engine.js';

/** Clients send the whole conversation with every question. */
const MAX_BODY_BYTES = 512 * 1024;

const route = createRoute({
  method: 'post',
  path: '/v1/chat/completions',
  operationId: 'createChatCompletion',
  summary: 'Answer as an OpenAI client expects it',
  description:
    "The text carries numbered references and ends with its sources; the field `footnote` holds the whole answer of POST /v1/ask. Parameters that steer a language model are ignored; those whose effect a client could not do without are refused, as is every error, in OpenAI's shape.",
  middleware: jsonBodyUpTo(MAX_BODY_BYTES),
  request: {
    body: {
      required: true,
      content: {
        'application/json': {
          schema: ChatRequestSchema,
          example: {
            model: MODEL_ID,
            messages: [{ role: 'user', content: 'How many Korean companies export to Japan?' }],
          },
        },
      },
    },
  },
  responses: {
    200: {
      description: 'The completion; an abstention is one too.',
      content: {
        'application/json': { schema: ChatCompletionSchema },
        'text/event-stream': { schema: ChatCompletionChunkSchema },
      },
    },
    ...openAiResponses.body,
    ...openAiResponses.notFound,
    ...openAiResponses.engine,
  },
});

type Outcome = { readonly success: true } | { readonly success: false; readonly error: z.ZodError };

export function registerChatCompletions(app: App, dependencies: AppDependencies): void {
  app.openapi(
    route,
    async (c) => {
      const request = c.req.valid('json');
      if (request.model !== MODEL_ID)
        return openAiErrorResponse(c, 404, modelNotFound(request.model));
      const locate = locateFor(c, dependencies.config.publicUrl);
      if (request.stream) return streamCompletion(c, dependencies, request, locate);
      const response = await withEngine(c, dependencies, (engine, signal) =>
        engine.ask(askRequestOf(request), { signal }),
      );
      const completion = completionOf(response, citedText(response, locate), request.messages);
      return c.json(completion, 200, { 'Cache-Control': 'no-store' });
    },
    answerInvalid,
  );
}

function answerInvalid(outcome: Outcome, c: Context): Response | undefined {
  if (outcome.success) return undefined;
  return openAiErrorResponse(c, 400, describeIssues(outcome.error.issues));
}
