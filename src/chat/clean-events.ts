import { z } from 'zod';
import { ChatFailure } from './chat-failure.js';

/** What of a streamed event is believed; tools, reasoning and everything else it may hold are left out. */
const EventSchema = z.object({
  choices: z
    .array(
      z.object({
        delta: z.object({ content: z.string().nullish() }).nullish(),
        finish_reason: z.string().nullish(),
      }),
    )
    .nullish(),
  usage: z
    .object({ prompt_tokens: z.number().min(0), completion_tokens: z.number().min(0) })
    .nullish(),
});

const LONGEST_LINE = 200_000;

/**
 * Server-sent events of a chat completion, each checked and with nothing in it but words, the reason it ended and the
 * count of tokens. Lines that are no data are dropped.
 * @throws ChatFailure through the stream, `malformed`
 */
export function cleanEvents(): TransformStream<Uint8Array, Uint8Array> {
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  let rest = '';

  function take(lines: readonly string[]): string {
    return lines.map(cleanLine).join('');
  }

  return new TransformStream({
    transform(chunk, controller) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split(/\r\n|\n|\r/u);
      rest = lines.pop() ?? '';
      if (rest.length > LONGEST_LINE) throw new ChatFailure('token_limit');
      const clean = take(lines);
      if (clean !== '') controller.enqueue(encoder.encode(clean));
    },
    flush(controller) {
      const clean = take([rest]);
      if (clean !== '') controller.enqueue(encoder.encode(clean));
    },
  });
}

function cleanLine(line: string): string {
  if (!line.startsWith('data:')) return '';
  const data = line.slice('data:'.length).trim();
  return data === '' || data === '[DONE]' ? event(data) : event(cleanData(data));
}

function event(data: string): string {
  return data === '' ? '' : `data: ${data}\n\n`;
}

function cleanData(data: string): string {
  const { choices, usage } = eventOf(data);
  const [choice] = choices ?? [];
  return JSON.stringify({
    id: 'c',
    object: 'chat.completion.chunk',
    created: 0,
    model: '',
    choices:
      choice === undefined
        ? []
        : [
            {
              index: 0,
              delta: { role: 'assistant', content: choice.delta?.content ?? '' },
              finish_reason: choice.finish_reason ?? null,
            },
          ],
    ...(usage ? { usage: { ...usage, total_tokens: 0 } } : {}),
  });
}

function eventOf(data: string): z.infer<typeof EventSchema> {
  try {
    return EventSchema.parse(JSON.parse(data));
  } catch {
    throw new ChatFailure('malformed', { isPassing: true });
  }
}
