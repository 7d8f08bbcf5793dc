import { AskRequestSchema } from '../contract/ask.js';
import { answerText } from './answer-text.js';
import { checkedRequest } from './checked-request.js';
import { EXIT_CODES } from './exit-codes.js';
import { terminalOf } from './terminal.js';
import { useEngine } from './use-engine.js';

export interface AskOptions {
  readonly json?: true;
  readonly maxSentences?: number;
}

/** `footnote ask`: prints the answer and gives the exit code. */
export async function ask(question: string, options: AskOptions): Promise<number> {
  const { json, maxSentences } = options;
  const request = checkedRequest(AskRequestSchema, { question, maxSentences });
  const response = await useEngine((engine) => engine.ask(request));
  const text = json
    ? JSON.stringify(response, null, 2)
    : answerText(response, terminalOf(process.stdout, process.env));
  process.stdout.write(`${text}\n`);
  return response.status === 'abstained' ? EXIT_CODES.abstained : EXIT_CODES.done;
}
