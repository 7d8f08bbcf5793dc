import type { CallToolResult, Tool as ToolDescription } from '@modelcontextprotocol/sdk/types.js';
import type { z } from 'zod';
import { FootnoteError } from '../errors.js';
import type { McpHost } from './host.js';
import { objectSchema } from './json-schema.js';

/** A tool as the server offers it and calls it. */
export interface Tool {
  readonly description: ToolDescription;
  /** Checks the arguments, does the work and gives its result; it throws what may be told of by `describe`. */
  call(given: unknown, host: McpHost, signal: AbortSignal): Promise<CallToolResult>;
}

/** What a tool gives; the protocol wants an object. */
type Fields = Readonly<Record<string, unknown>>;

export interface ToolParts<Input, Output extends Fields> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: z.ZodType<Input>;
  readonly output: z.ZodType<Output>;
  work(input: Input, host: McpHost, signal: AbortSignal): Promise<Output>;
  /** The output as a person or a model reads it, a block of text each. */
  texts(output: Output, host: McpHost): readonly string[];
}

/** A tool that only reads. Its structured content is the object of the contract. */
export function createTool<Input, Output extends Fields>(parts: ToolParts<Input, Output>): Tool {
  const { name, title, description, input, output, work, texts } = parts;
  return {
    description: {
      name,
      title,
      description,
      inputSchema: objectSchema(input, 'input'),
      outputSchema: objectSchema(output, 'output'),
      annotations: {
        title,
        readOnlyHint: true,
        destructiveHint: false,
        idempotentHint: true,
        openWorldHint: false,
      },
    },
    async call(given, host, signal) {
      const result = await work(checked(input, given), host, signal);
      return {
        content: texts(result, host).map((text) => ({ type: 'text', text })),
        structuredContent: { ...result },
      };
    },
  };
}

function checked<Input>(schema: z.ZodType<Input>, given: unknown): Input {
  const parsed = schema.safeParse(given ?? {});
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues
    .slice(0, 20)
    .map(({ path, message }) => `${path.map(String).join('.') || 'arguments'}: ${message}`);
  throw new FootnoteError('invalid_request', wrong.join('; ').slice(0, 2000), {
    cause: parsed.error,
  });
}
