import { AskRequestSchema, AskResponseSchema } from '../contract/ask.js';
import { citedText } from '../references/cited-text.js';
import { createTool } from './tool.js';

export const askTool = createTool({
  name: 'ask',
  title: 'Ask the documents',
  description:
    'Answers a question from the documents with sentences that carry numbered, verified quotes, or says that the documents hold no answer. Ask one whole question at a time, in words a document might use. Earlier questions and answers go into `history`; `filter` narrows to documents by id, author, publisher, language, date, tag or path. Keep the numbers [1] and the sources when you pass an answer on; when the answer is an abstention, say so rather than guess.',
  input: AskRequestSchema,
  output: AskResponseSchema,
  work: (request, host, signal) =>
    host.withEngine((engine, until) => engine.ask(request, { signal: until }), signal),
  texts: (response, host) => [citedText(response, host.locate)],
});
