import { z } from 'zod';
import type { AskRequest } from '../../../src/contract/ask.js';
import { callService, jsonOf, parsed, type ServiceAddress } from '../call-service.js';
import type { DocumentText } from '../document-text.js';
import type { Lacks } from '../lacks.js';
import { ServiceError } from '../service-error.js';
import type { Target } from '../target.js';
import { textReader } from './read-text.js';

const PATH = '/chat/completions';

/** What a text alone does not tell. */
const LACKS: Lacks = {
  confidence: 'the service states no probability of being right',
  'short answer': 'the service gives no short answer apart from its text',
  spans: 'the service names no document hash and no place in it',
  reason: 'the service gives no reason that a program can read',
  disagreement: 'the service tells of a disagreement in words alone',
  search: 'the service has no search to look behind an answer with',
};

const ModelsSchema = z.object({ data: z.array(z.object({ id: z.string() })).min(1) });

const CompletionSchema = z.object({
  choices: z
    .array(
      z.object({
        message: z.object({
          content: z
            .union([z.string(), z.array(z.object({ text: z.string().optional() }))])
            .nullish(),
          refusal: z.string().nullish(),
          annotations: z
            .array(
              z.object({
                url_citation: z
                  .object({ url: z.string(), title: z.string().optional() })
                  .optional(),
              }),
            )
            .nullish(),
        }),
      }),
    )
    .min(1),
  /** As some search services add them. */
  citations: z.array(z.unknown()).nullish(),
});

export interface OpenAiOptions extends ServiceAddress {
  /** The first that the service lists, unless told. */
  readonly model?: string | undefined;
  /** What the questions were written on: quotes and sources are looked up in these. */
  readonly documents: readonly DocumentText[];
  /** Further patterns that tell a refusal of this service. */
  readonly refusals?: readonly RegExp[] | undefined;
}

/**
 * A service that speaks OpenAI's chat completions. What its answers cite is read from their text, see `textReader`;
 * what a text does not tell is lacking, and nothing is made up for it.
 * @param options Its base address ends where `/chat/completions` begins, mostly in `/v1`.
 * @throws BusyError on 429 and 503, else ServiceError
 */
export function openAiTarget({ model, documents, refusals, ...address }: OpenAiOptions): Target {
  const read = textReader(documents, refusals);
  const byId = new Map(documents.map((one) => [one.id, one]));
  let first: Promise<string> | undefined;

  async function firstModel(): Promise<string> {
    const response = await callService(address, { path: '/models' });
    const { data } = parsed(await jsonOf(response, '/models'), ModelsSchema, '/models');
    return data[0]?.id ?? '';
  }

  async function chosenModel(): Promise<string> {
    if (model !== undefined) return model;
    first ??= firstModel();
    try {
      return await first;
    } catch (cause) {
      first = undefined;
      throw new ServiceError(`No model is known: ${cause}. Name one with --model.`, { cause });
    }
  }

  return {
    name: `${address.baseUrl}${model === undefined ? '' : `, model ${model}`}`,
    lacks: LACKS,
    async ask(request, options) {
      const body = { model: await chosenModel(), messages: messagesOf(request), temperature: 0 };
      const call = { path: PATH, body, signal: options?.signal };
      const value = await jsonOf(await callService(address, call), PATH);
      const text = textOf(parsed(value, CompletionSchema, PATH));
      if (text.trim() === '') throw new ServiceError(`${PATH} answered with an empty message`);
      return read(request.question, text);
    },
    document: async (id) => byId.get(id),
    identity: async () => `${address.baseUrl} ${await chosenModel()}`,
    close: async () => {},
  };
}

function messagesOf({ question, history = [] }: AskRequest) {
  return [
    ...history.flatMap((turn) => [
      { role: 'user', content: turn.question },
      { role: 'assistant', content: turn.answer },
    ]),
    { role: 'user', content: question },
  ];
}

/** The message, with the sources that stand beside it as a list in its end. */
function textOf({ choices, citations }: z.infer<typeof CompletionSchema>): string {
  const { content, refusal, annotations } = choices[0]?.message ?? {};
  if (refusal) return `I cannot answer. ${refusal}`;
  const text =
    typeof content === 'string' ? content : (content ?? []).map((part) => part.text ?? '').join('');
  const beside = [
    ...(citations ?? []).map((one) => (typeof one === 'string' ? one : JSON.stringify(one))),
    ...(annotations ?? []).flatMap(({ url_citation: cited }) =>
      cited === undefined ? [] : [`${cited.title ?? ''} ${cited.url}`],
    ),
  ];
  if (beside.length === 0) return text;
  return [text, '', 'Sources:', ...beside.map((one, place) => `[${place + 1}] ${one}`)].join('\n');
}
