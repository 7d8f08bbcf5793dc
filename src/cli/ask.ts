import { AskRequestSchema } from '../contract/ask.js';
import type { Filter } from '../contract/filter.js';
import { answerText } from './answer-text.js';
import { checkedRequest } from './checked-request.js';
import { EXIT_CODES } from './exit-codes.js';
import { askExplanationText } from './explanation-text.js';
import { terminalOf } from './terminal.js';
import { useEngine } from './use-engine.js';

export interface AskOptions {
  readonly json?: true;
  readonly maxSentences?: number;
  readonly filter?: Filter;
  readonly explain?: true;
}

/** `footnote ask`: prints the answer and gives the exit code. */
export async function ask(question: string, options: AskOptions): Promise<number> {
  const { json, maxSentences, filter, explain } = options;
  const request = checkedRequest(AskRequestSchema, { question, maxSentences, filter, explain });
  const response = await useEngine((engine) => engine.ask(request));
  const terminal = terminalOf(process.stdout, process.env);
  const parts = [json ? JSON.stringify(response, null, 2) : answerText(response, terminal)];
  if (!json && response.explanation) parts.push(askExplanationText(response.explanation, terminal));
  process.stdout.write(`${parts.join('\n\n')}\n`);
  return response.status === 'abstained' ? EXIT_CODES.abstained : EXIT_CODES.done;
}
