import type { EarlierTurn } from '../domain/reading-assistant.js';
import type { ChatMessage, CompletionRequest } from './completion.js';
import { ABOUT_DATA, dataBlock } from './data-block.js';

/** Earlier turns that are told, and characters of an answer. */
const TOLD_TURNS = 4;
const TOLD_ANSWER = 600;

const RULES = `You prepare a question for a search in documents. You do not answer it.

${ABOUT_DATA}

Rules:
1. Write the question so that it is understood without the earlier turns: put in what "it", "they", "there", "that year" or a left-out part stands for. A question that is understood as it is stays as it is.
2. A question that asks two or three separate things becomes as many questions, each understood by itself. Else there is one.
3. Bring in no name, figure, date or fact that stands in neither the question nor the earlier turns, and leave out none of the question's own.
4. Keep the language, the question's words where they serve, and any "not".

Reply with JSON alone: {"questions": ["…"]}`;

export const QUESTIONS_SCHEMA: CompletionRequest['schema'] = {
  name: 'questions',
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['questions'],
    properties: { questions: { type: 'array', items: { type: 'string' } } },
  },
};

export function questionsPrompt(question: string, history: readonly EarlierTurn[]): ChatMessage[] {
  const earlier = history
    .slice(-TOLD_TURNS)
    .map((turn) => ({ question: turn.question, answer: turn.answer.slice(0, TOLD_ANSWER) }));
  return [
    { role: 'system', content: RULES },
    { role: 'user', content: dataBlock({ earlier, question }) },
  ];
}
