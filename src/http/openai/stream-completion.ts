import type { Context } from 'hono';
import { z } from 'zod';
import { citedSentence, citedText } from '../../references/cited-text.js';
import type { Locate } from '../../references/place.js';
import type { AppDependencies } from '../app.js';
import { describeProblem } from '../describe-problem.js';
import { EVENT_STREAM_HEADERS, eventStream } from '../events/event-stream.js';
import { problemParts } from '../handle-error.js';
import { withEngine } from '../with-engine.js';
import { askRequestOf, type ChatRequest } from './chat-request.js';
import {
  createEnvelope,
  envelopeShape,
  FOOTNOTE_FIELD,
  UsageSchema,
  usageOf,
} from './completion.js';
import { openAiErrorOf } from './error.js';

export const ChatCompletionChunkSchema = z
  .object({
    ...envelopeShape,
    object: z.literal('chat.completion.chunk'),
    choices: z.array(
      z.object({
        index: z.literal(0),
        delta: z.object({
          role: z.literal('assistant').optional(),
          content: z.string().optional(),
        }),
        logprobs: z.null(),
        finish_reason: z.literal('stop').nullable(),
      }),
    ),
    usage: UsageSchema.nullable().optional(),
    footnote: FOOTNOTE_FIELD.optional(),
  })
  .meta({
    id: 'ChatCompletionChunk',
    description:
      'A part of a streamed completion. The one with a `finish_reason` carries `footnote`; the stream ends with `data: [DONE]`.',
  });

type Chunk = z.infer<typeof ChatCompletionChunkSchema>;
type Choice = Chunk['choices'][number];

/**
 * Streams each sentence with its numbers as soon as it is verified, then the sources. The parts
 * joined are the text of the completion that is not streamed.
 * @throws what fails before the first part
 */
export async function streamCompletion(
  c: Context,
  dependencies: AppDependencies,
  request: ChatRequest,
  locate: Locate,
): Promise<Response> {
  const withUsage = request.stream_options?.include_usage === true;
  const stream = await eventStream({
    work: (write, left) =>
      withEngine(c, dependencies, async (engine, signal) => {
        const envelope = createEnvelope(engine.status().index.fingerprint);
        const send = (choices: Choice[], more: Pick<Chunk, 'usage' | 'footnote'> = {}) => {
          const usage = withUsage ? { usage: null } : {};
          const chunk = {
            ...envelope,
            object: 'chat.completion.chunk',
            choices,
            ...usage,
            ...more,
          };
          write({ data: JSON.stringify(chunk) });
        };
        let begun = false;
        let sent = '';
        const begin = () => {
          if (!begun) send([choice({ role: 'assistant', content: '' })]);
          begun = true;
        };
        const say = (text: string) => {
          begin();
          if (text !== '') send([choice({ content: text })]);
          sent += text;
        };
        const response = await engine.ask(askRequestOf(request), {
          signal: AbortSignal.any([signal, left]),
          onEvent: (event) => {
            if (event.type === 'retrieved') begin();
            else say((sent === '' ? '' : ' ') + citedSentence(event.sentence));
          },
        });
        const whole = citedText(response, locate);
        say(whole.slice(sent.length));
        send([choice({}, 'stop')], { footnote: response });
        if (withUsage) send([], { usage: usageOf(request.messages, whole) });
        write({ data: '[DONE]' });
      }),
    describeError: (error) => {
      const parts = problemParts(error, c.get('requestId'), dependencies.log);
      return { data: JSON.stringify({ error: openAiErrorOf(describeProblem(parts)) }) };
    },
  });
  return c.body(stream, 200, EVENT_STREAM_HEADERS);
}

function choice(delta: Choice['delta'], reason: Choice['finish_reason'] = null): Choice {
  return { index: 0, delta, logprobs: null, finish_reason: reason };
}
