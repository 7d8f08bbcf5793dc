import type { ChatOpenAI, ChatOpenAICallOptions } from '@langchain/openai';
import type { ChatClient, ChatMessage, Completion, CompletionRequest } from './completion.js';
import { estimateTokens } from './estimate-tokens.js';
import { failureOf } from './failure-of.js';
import { guardedFetch } from './guarded-fetch.js';
import { type RequestForm, withoutRefused } from './request-form.js';

export interface OpenAiClientOptions {
  readonly baseUrl: string;
  readonly model: string;
  readonly apiKey: string | null;
}

/** What the library makes of a server's own count. */
type UsageMetadata = { readonly input_tokens: number; readonly output_tokens: number };

/** Characters a token may have on average before a reply counts as longer than it was allowed to be. */
const MOST_CHARACTERS_A_TOKEN = 8;
/** A request waits for its caller's limit, not for one of the library's own. */
const NEVER_MS = 2 ** 31 - 1;

/**
 * An OpenAI-compatible server. What of a request it refuses (a schema for the reply, a count of tokens) is left out from
 * then on: the form of requests is found out by the first refusal and kept.
 */
export function createOpenAiClient({ baseUrl, model, apiKey }: OpenAiClientOptions): ChatClient {
  let form: RequestForm = { schema: true, usage: true, temperature: true };
  // Loaded while the index is opened, and only where a chat model is configured.
  const loaded = import('@langchain/openai');

  async function open(maxTokens: number, current: RequestForm): Promise<ChatOpenAI> {
    const { ChatOpenAI } = await loaded;
    return new ChatOpenAI({
      model,
      // The library wants a key, and takes one from its own environment variable where it gets none.
      apiKey: apiKey ?? 'none',
      maxTokens,
      maxRetries: 0,
      timeout: NEVER_MS,
      streaming: true,
      streamUsage: current.usage,
      useResponsesApi: false,
      ...(current.temperature ? { temperature: 0 } : {}),
      configuration: {
        baseURL: baseUrl,
        fetch: guardedFetch,
        logLevel: 'off',
        organization: null,
        project: null,
      },
    });
  }

  async function once(
    { messages, schema, maxTokens }: CompletionRequest,
    current: RequestForm,
    signal: AbortSignal,
  ): Promise<Completion> {
    const chat = await open(maxTokens, current);
    const options: Partial<ChatOpenAICallOptions> = {
      signal,
      ...(current.schema
        ? { response_format: { type: 'json_schema', json_schema: { ...schema, strict: true } } }
        : {}),
    };
    const told = messages.map(({ role, content }): [string, string] => [role, content]);
    let text = '';
    let isCut = false;
    let usage: UsageMetadata | undefined;
    for await (const chunk of await chat.stream(told, options)) {
      if (typeof chunk.content === 'string') text += chunk.content;
      const finish = chunk.response_metadata['finish_reason'];
      if (finish === 'length') isCut = true;
      usage = chunk.usage_metadata ?? usage;
      if (text.length > maxTokens * MOST_CHARACTERS_A_TOKEN) {
        isCut = true;
        break;
      }
    }
    signal.throwIfAborted();
    return { text, isCut, tokens: tokensOf(usage, messages, text) };
  }

  return {
    ready: async () => {
      await loaded;
    },
    async complete(request, signal) {
      let current = form;
      for (;;) {
        try {
          request.onRequest();
          const completion = await once(request, current, signal);
          form = current;
          return completion;
        } catch (error) {
          signal.throwIfAborted();
          const plainer = withoutRefused(current, error);
          if (plainer === null) throw failureOf(error);
          current = plainer;
        }
      }
    },
  };
}

function tokensOf(
  usage: UsageMetadata | undefined,
  messages: readonly ChatMessage[],
  text: string,
): Completion['tokens'] {
  if (usage !== undefined)
    return { prompt: usage.input_tokens, completion: usage.output_tokens, estimated: false };
  const prompt = messages.reduce((sum, { content }) => sum + estimateTokens(content), 0);
  return { prompt, completion: estimateTokens(text), estimated: true };
}
