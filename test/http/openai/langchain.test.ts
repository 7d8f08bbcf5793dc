import {
  AIMessage,
  type AIMessageChunk,
  HumanMessage,
  SystemMessage,
} from '@langchain/core/messages';
import { ChatOpenAI, type ChatOpenAIFields } from '@langchain/openai';
import { describe, expect, it } from 'vitest';
import { citedText } from '../../../src/references/cited-text.js';
import { atService } from '../../../src/references/place.js';
import { ABSTAINED, ANSWERED } from '../samples.js';
import { startTestServer } from '../test-server.js';
import { engineThatAnswers, QUESTION } from './asked.js';

async function connect(response = ANSWERED, fields: ChatOpenAIFields = {}) {
  const engine = engineThatAnswers(response);
  const { url } = await startTestServer({ engine });
  const model = new ChatOpenAI({
    model: 'footnote',
    apiKey: 'none',
    maxRetries: 0,
    configuration: { baseURL: `${url}/v1` },
    ...fields,
  });
  return { engine, model, text: citedText(response, atService(url)) };
}

describe("LangChain's ChatOpenAI", () => {
  it('gets the answer, and the whole contract where it keeps the raw response', async () => {
    const { model, text } = await connect(ANSWERED, { __includeRawResponse: true });
    const message = await model.invoke(QUESTION);
    expect(message.content).toBe(text);
    expect(message.additional_kwargs['__raw_response']).toMatchObject({ footnote: ANSWERED });
    expect(message).toMatchObject({ usage_metadata: { output_tokens: expect.any(Number) } });
  });

  it('gets an abstention as a message', async () => {
    const { model, text } = await connect(ABSTAINED);
    expect((await model.invoke('Who won?')).content).toBe(text);
  });

  it('streams, with usage at the end', async () => {
    const { model, text } = await connect(ANSWERED, { temperature: 0, maxTokens: 500 });
    const parts: AIMessageChunk[] = [];
    for await (const part of await model.stream(QUESTION)) parts.push(part);
    expect(parts.map(({ content }) => content).join('')).toBe(text);
    expect(parts.filter(({ usage_metadata: usage }) => usage !== undefined)).toHaveLength(1);
  });

  it('turns a conversation into a question with its history', async () => {
    const { model, engine } = await connect();
    await model.invoke([
      new SystemMessage('Be brief.'),
      new HumanMessage(QUESTION),
      new AIMessage('It was $77.2 billion. [1]\n\nSources\n[1] Trade in numbers - https://x'),
      new HumanMessage('And in 1988?'),
    ]);
    expect(engine.calls[0]?.input).toEqual({
      question: 'And in 1988?',
      history: [{ question: QUESTION, answer: 'It was $77.2 billion. [1]' }],
    });
  });

  it('is told that tools are not supported', async () => {
    const { model } = await connect();
    const tool = { type: 'function' as const, function: { name: 'look', parameters: {} } };
    await expect(model.bindTools([tool]).invoke(QUESTION)).rejects.toMatchObject({
      status: 400,
      code: 'unsupported_parameter',
    });
  });
});
