import { html } from 'hono/html';
import type { Html } from '../layout.js';
import { type AnySchema, isReference, referencedName, type Schema } from './schema.js';

/** What a value may be, in words, with a link to each schema that has a name. */
export function schemaType(schema: AnySchema): Html {
  if (isReference(schema)) {
    const name = referencedName(schema);
    return html`<a href="#schema-${name}">${name}</a>`;
  }
  const alternatives = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (alternatives !== undefined) return joined(alternatives.map(schemaType));
  if (schema.const !== undefined) return literal(schema.const);
  if (schema.enum !== undefined) return joined(schema.enum.map(literal));
  return joined(typesOf(schema).map((type) => typeName(schema, type)));
}

function typesOf({ type }: Schema): readonly string[] {
  return type === undefined ? ['anything'] : [type].flat();
}

function typeName(schema: Schema, type: string): Html {
  if (type === 'array') return html`list of ${schemaType(schema.items ?? {})}`;
  const values = schema.additionalProperties;
  if (type === 'object' && typeof values === 'object')
    return html`object of ${schemaType(values as AnySchema)}`;
  return html`${type === 'string' ? 'text' : type}`;
}

function literal(value: unknown): Html {
  return html`<code>${JSON.stringify(value)}</code>`;
}

function joined(parts: readonly Html[]): Html {
  return html`${parts.flatMap((part, place) => (place === 0 ? [part] : [html` or `, part]))}`;
}

/** What a schema asks of a value beyond its type: lengths, bounds, a pattern. */
export function schemaLimits(schema: AnySchema): string {
  if (isReference(schema)) return '';
  const { minLength, maxLength, minItems, maxItems, minimum, maximum, pattern } = schema;
  return [
    between(minLength, maxLength, 'characters'),
    between(minItems, maxItems, 'items'),
    between(minimum, maximum, ''),
    pattern === undefined ? '' : `pattern \`${pattern}\``,
    schema.default === undefined ? '' : `\`${JSON.stringify(schema.default)}\` unless told`,
  ]
    .filter(Boolean)
    .join('; ');
}

function between(least: number | undefined, most: number | undefined, unit: string): string {
  if (least === undefined && most === undefined) return '';
  if (most === undefined || most === Number.MAX_SAFE_INTEGER)
    return least ? `at least ${least} ${unit}`.trim() : '';
  return least === undefined
    ? `at most ${most} ${unit}`.trim()
    : `${least} to ${most} ${unit}`.trim();
}
