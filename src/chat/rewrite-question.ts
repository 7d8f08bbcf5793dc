import type { EarlierTurn } from '../domain/reading-assistant.js';
import { type Allowance, askModel, type BoundedModel } from './ask-model.js';
import { ChatFailure } from './chat-failure.js';
import { mayReplace } from './check-questions.js';
import type { Completion } from './completion.js';
import { lenientJson } from './lenient-json.js';
import { QUESTIONS_SCHEMA, questionsPrompt } from './questions-prompt.js';

const REPLY_TOKENS = 300;
/** What joins two questions, or may. */
const MAY_ASK_TWICE =
  /[?;][^?;]*[\p{L}\p{N}]|\b(?:and|or|but|also|as well as)\b|[,、，]\s*(?:wh|how)/iu;

export interface Rewriting {
  readonly question: string;
  readonly history: readonly EarlierTurn[];
  /** What was made of the question without the model. */
  readonly own: readonly string[];
}

/**
 * The questions to search for as the model words them; null where it is not asked, since the question stands alone and asks
 * once, or where what it wrote is the question as it was, or brings in or leaves out too much.
 * @throws ChatFailure
 */
export async function rewriteQuestion(
  model: BoundedModel,
  allowance: Allowance,
  { question, history, own }: Rewriting,
): Promise<readonly string[] | null> {
  if (history.length === 0 && own.length === 1 && !MAY_ASK_TWICE.test(question.trim())) return null;
  const written = await askModel(
    model,
    allowance,
    {
      messages: questionsPrompt(question, history),
      schema: QUESTIONS_SCHEMA,
      maxTokens: REPLY_TOKENS,
    },
    readQuestions,
  );
  return isChanged(question, written) && mayReplace(question, history, written) ? written : null;
}

/** A model that changes nothing may have understood nothing: what was made of the question without it then holds. */
function isChanged(question: string, written: readonly string[]): boolean {
  return written.length !== 1 || written[0]?.trim() !== question.trim();
}

function readQuestions({ text, isCut }: Completion): string[] {
  const questions = lenientJson(text)?.['questions'];
  if (isCut || !Array.isArray(questions))
    throw new ChatFailure(isCut ? 'token_limit' : 'malformed', { isPassing: !isCut });
  return questions.filter((one) => typeof one === 'string').map((one: string) => one.trim());
}
