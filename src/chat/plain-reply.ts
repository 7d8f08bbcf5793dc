import { z } from 'zod';
import { ChatFailure } from './chat-failure.js';

const CompletionSchema = z.object({
  choices: z
    .array(
      z.object({
        message: z.object({ content: z.string().nullish() }),
        finish_reason: z.string().nullish(),
      }),
    )
    .min(1),
  usage: z.unknown().optional(),
});

/**
 * A completion that came whole, as the events of one that is streamed.
 * @throws ChatFailure `malformed`
 */
export function asEventStream(text: string): string {
  const { choices, usage } = completionOf(text);
  const [choice] = choices;
  const event = {
    choices: [
      {
        delta: { content: choice?.message.content },
        finish_reason: choice?.finish_reason ?? 'stop',
      },
    ],
    usage,
  };
  return `data: ${JSON.stringify(event)}\n\ndata: [DONE]\n\n`;
}

function completionOf(text: string): z.infer<typeof CompletionSchema> {
  try {
    return CompletionSchema.parse(JSON.parse(text));
  } catch {
    throw new ChatFailure('malformed', { isPassing: true });
  }
}
