import { html } from 'hono/html';
import type { Html } from '../layout.js';
import { inlineCode } from './inline-code.js';
import { type AnySchema, isReference, type Schema } from './schema.js';
import { schemaLimits, schemaType } from './schema-type.js';

/** The members of an object, those of objects without a name of their own in it by their path: `index.fingerprint`. */
export function schemaMembers(schema: Schema): Html {
  const items = membersOf(schema, '').map(
    ({ path, member, required }) => html`<dt><code>${path}</code> <span>${schemaType(member)}${
      required ? '' : ', may be left out'
    }</span></dt>
<dd>${about(member)}</dd>
`,
  );
  return items.length === 0 ? html`` : html`<dl class="members">${items}</dl>`;
}

interface Member {
  readonly path: string;
  readonly member: AnySchema;
  readonly required: boolean;
}

function membersOf(schema: Schema, prefix: string): Member[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, member]) => {
    const path = `${prefix}${name}`;
    const required = schema.required?.includes(name) ?? false;
    return [{ path, member, required }, ...inner(member, path)];
  });
}

function inner(member: AnySchema, path: string): Member[] {
  if (isReference(member)) return [];
  if (member.items !== undefined) return inner(member.items, `${path}[]`);
  return membersOf(member, `${path}.`);
}

function about(member: AnySchema): Html {
  const description = isReference(member) ? '' : (member.description ?? '');
  const limits = schemaLimits(member);
  return html`${inlineCode(description)}${description && limits ? ' ' : ''}${
    limits === '' ? '' : html`<small>${inlineCode(limits)}</small>`
  }`;
}
