import { z } from 'zod';
import { type AskRequest, AskRequestSchema, QuestionSchema } from '../../contract/ask.js';
import {
  type ChatMessage,
  ChatMessageSchema,
  historyBefore,
  messageText,
  questionIndex,
} from './chat-messages.js';
import { FOREIGN_PARAMETERS, IGNORED_PARAMETERS, REFUSED_PARAMETERS } from './parameters.js';

const StreamOptionsSchema = z.object({
  include_usage: z.boolean().nullish(),
  include_obfuscation: z.boolean().nullish(),
});

/** What OpenAI's protocol has no word for, under a name of ours. */
const ExtensionSchema = AskRequestSchema.pick({ filter: true, maxSentences: true });

export const ChatRequestSchema = z
  .strictObject({
    model: z.string().describe('`footnote`; GET /v1/models lists what there is.'),
    messages: z
      .array(ChatMessageSchema)
      .min(1)
      .describe(
        'The last message of the user is the question, earlier ones and their answers are its history. Instructions (`system`, `developer`) are accepted and ignored.',
      ),
    stream: z.boolean().nullish(),
    stream_options: StreamOptionsSchema.nullish(),
    footnote: ExtensionSchema.optional().describe('`filter` and `maxSentences` of POST /v1/ask.'),
    ...IGNORED_PARAMETERS,
    ...FOREIGN_PARAMETERS,
    ...REFUSED_PARAMETERS,
  })
  .superRefine(({ messages, stream, stream_options: streamOptions }, context) => {
    messages.forEach(({ role, content }, index) => {
      if (role === 'assistant' || (content !== null && content !== undefined)) return;
      const message = 'expected a string or a list of parts, but got null';
      context.addIssue({ code: 'custom', path: ['messages', index, 'content'], message });
    });
    if (streamOptions && !stream) {
      const message = "is only allowed when 'stream' is enabled";
      context.addIssue({ code: 'custom', path: ['stream_options'], message });
    }
    checkQuestion(messages, context);
  })
  .meta({ id: 'ChatCompletionRequest' });

export type ChatRequest = z.infer<typeof ChatRequestSchema>;

function checkQuestion(messages: readonly ChatMessage[], context: z.RefinementCtx): void {
  const index = questionIndex(messages);
  const asked = messages[index];
  if (asked === undefined) {
    const message = "expected a message with the role 'user', which is the question";
    context.addIssue({ code: 'custom', path: ['messages'], message });
    return;
  }
  const path = ['messages', index, 'content'];
  for (const issue of QuestionSchema.safeParse(messageText(asked)).error?.issues ?? [])
    context.addIssue({ ...issue, path });
}

/** The question a checked conversation ends with, as the contract takes it. */
export function askRequestOf({ messages, footnote }: ChatRequest): AskRequest {
  const index = questionIndex(messages);
  const asked = messages[index];
  const history = historyBefore(messages, index);
  return {
    question: asked === undefined ? '' : messageText(asked),
    ...(history.length === 0 ? {} : { history }),
    ...footnote,
  };
}
