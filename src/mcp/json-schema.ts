import { z } from 'zod';

/** A JSON schema of an object, as MCP describes what goes into a tool and what comes out. */
export interface ObjectSchema {
  readonly type: 'object';
  readonly [keyword: string]: unknown;
}

const REFERENCE = '#/definitions/';

/**
 * A zod schema as JSON schema (draft 7, which MCP clients validate with), with every named part written
 * out in its place: what models are shown does not always follow references.
 */
export function objectSchema(schema: z.ZodType, direction: 'input' | 'output'): ObjectSchema {
  const {
    $schema: _,
    definitions,
    ...root
  } = z.toJSONSchema(schema, {
    target: 'draft-7',
    io: direction,
  }) as Record<string, unknown>;
  const inlined = inline(root, (definitions ?? {}) as Record<string, unknown>);
  return { ...(inlined as Record<string, unknown>), type: 'object' };
}

function inline(node: unknown, definitions: Readonly<Record<string, unknown>>): unknown {
  if (Array.isArray(node)) return node.map((item) => inline(item, definitions));
  if (typeof node !== 'object' || node === null) return node;
  const { $ref: reference, allOf, ...own } = node as Record<string, unknown>;
  if (typeof reference === 'string')
    return inline(definitions[reference.slice(REFERENCE.length)], definitions);
  // Draft 7 lets nothing stand beside a reference, so one with a description of its own is wrapped.
  const wrapped = Array.isArray(allOf) ? allOf.map((part) => inline(part, definitions)) : [];
  const rest = Object.entries(own).map(([key, value]) => [key, inline(value, definitions)]);
  return Object.assign({}, ...wrapped, Object.fromEntries(rest));
}
