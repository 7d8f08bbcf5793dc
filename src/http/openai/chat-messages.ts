import { z } from 'zod';
import type { AskRequest } from '../../contract/ask.js';
import { withoutSources } from '../../references/cited-text.js';

const KNOWN_PARTS = ['text', 'refusal'];

const TextPartSchema = z.object({ type: z.literal('text'), text: z.string() });
const RefusalPartSchema = z.object({ type: z.literal('refusal'), refusal: z.string() });

const PartSchema = z.discriminatedUnion('type', [TextPartSchema, RefusalPartSchema], {
  error: ({ input }) => {
    const type = z.object({ type: z.string() }).safeParse(input).data?.type;
    if (type === undefined || KNOWN_PARTS.includes(type)) return undefined;
    return `Invalid content type. ${type.slice(0, 50)} is only supported by certain models.`;
  },
});

const ContentSchema = z.union([z.string(), z.array(PartSchema).min(1)]);

/** A message of the conversation. What else clients send along with one is left unread. */
export const ChatMessageSchema = z
  .object({
    role: z.enum(['system', 'developer', 'user', 'assistant']),
    content: ContentSchema.nullish(),
  })
  .meta({ id: 'ChatMessage' });

export type ChatMessage = z.infer<typeof ChatMessageSchema>;

/** The text of a message, its parts on lines of their own. */
export function messageText({ content }: ChatMessage): string {
  if (content === null || content === undefined) return '';
  if (typeof content === 'string') return content;
  return content.map((part) => (part.type === 'text' ? part.text : part.refusal)).join('\n');
}

/** Where the question stands: the last message of the user; -1 where there is none. */
export function questionIndex(messages: readonly ChatMessage[]): number {
  return messages.findLastIndex(({ role }) => role === 'user');
}

/** What the contract takes of the past; older turns and longer texts are left out. */
const TURNS = 50;
const QUESTION_LENGTH = 2000;
const ANSWER_LENGTH = 20_000;

/**
 * The turns before the question, oldest first: each message of the user with what the assistant said
 * until the next. Instructions (`system`, `developer`) are left out: no model is there to follow them.
 */
export function historyBefore(
  messages: readonly ChatMessage[],
  question: number,
): NonNullable<AskRequest['history']> {
  const turns: { question: string; answers: string[] }[] = [];
  for (const message of messages.slice(0, question)) {
    if (message.role === 'user') turns.push({ question: messageText(message), answers: [] });
    if (message.role === 'assistant') turns.at(-1)?.answers.push(messageText(message));
  }
  return turns.slice(-TURNS).map(({ question: asked, answers }) => ({
    question: asked.slice(0, QUESTION_LENGTH),
    answer: answers.map(withoutSources).join('\n\n').slice(0, ANSWER_LENGTH),
  }));
}
