import { html } from 'hono/html';
import type { Description } from '../../openapi/describe-service.js';
import { type Html, layout } from '../layout.js';
import { inlineCode } from './inline-code.js';
import { type Answer, operationSection, type Route, routeId } from './operation-section.js';
import { type AnySchema, isReference, referencedName, type Schema } from './schema.js';
import { schemaMembers } from './schema-members.js';
import { schemaLimits, schemaType } from './schema-type.js';

/** Every route and every schema of the service; `origin` is where a reader may try them. */
export function referencePage(description: Description, origin: string): Html {
  const routes = routesOf(description);
  const { schemas = {} } = description.components ?? {};
  return layout({
    title: 'Reference · Footnote',
    main: html`<div class="reference">
<h1>Reference</h1>
<p>${inlineCode(description.info.description ?? '')}</p>
<p>Programs read the same as OpenAPI 3.1 at <a href="/openapi.json">/openapi.json</a>.</p>
<nav aria-label="Routes and schemas">
<ul>${routes.map(entry)}</ul>
<p>Schemas: ${Object.keys(schemas).map((name) => html`<a href="#schema-${name}">${name}</a> `)}</p>
</nav>
${routes.map((route) => operationSection(route, origin))}
<h2 id="schemas">Schemas</h2>
${Object.entries(schemas).map(schemaSection)}
</div>`,
  });
}

function routesOf({ paths = {}, components }: Description): Route[] {
  const looked = (answer: Answer) =>
    isReference(answer) ? (components?.responses?.[referencedName(answer)] ?? answer) : answer;
  return Object.entries(paths).flatMap(([path, { get, post, delete: remove }]) =>
    Object.entries({ GET: get, POST: post, DELETE: remove }).flatMap(([method, operation]) => {
      if (operation === undefined) return [];
      const answers = Object.entries<Answer>(operation.responses ?? {}).map(
        ([status, answer]) => [status, looked(answer)] as const,
      );
      const body = bodyOf(operation, components?.schemas ?? {});
      return [{ method, path, operation, body, answers: Object.fromEntries(answers) }];
    }),
  );
}

type Schemas = Readonly<Record<string, AnySchema>>;

function bodyOf({ requestBody }: Route['operation'], schemas: Schemas): Schema | undefined {
  if (requestBody === undefined || !('content' in requestBody)) return undefined;
  const { schema } = requestBody.content['application/json'] ?? {};
  if (schema === undefined) return undefined;
  const found = isReference(schema) ? schemas[referencedName(schema)] : schema;
  return found === undefined || isReference(found) ? undefined : found;
}

function entry(route: Route): Html {
  const { method, path, operation } = route;
  return html`<li><a href="#${routeId(route)}"><code>${method} ${path}</code></a><br>
<small>${operation.summary ?? ''}</small></li>
`;
}

function schemaSection([name, schema]: readonly [string, AnySchema]): Html {
  const written = isReference(schema) ? {} : schema;
  const members = schemaMembers(written);
  return html`<section aria-labelledby="schema-${name}">
<h3 id="schema-${name}">${name}</h3>
${written.description === undefined ? '' : html`<p>${inlineCode(written.description)}</p>`}
${written.properties === undefined ? alternatives(schema) : members}
</section>
`;
}

function alternatives(schema: AnySchema): Html {
  const parts = isReference(schema) ? undefined : (schema.oneOf ?? schema.anyOf);
  const limits = schemaLimits(schema);
  if (parts === undefined || parts.every(isReference))
    return html`<p>${schemaType(schema)}${limits && html`, ${inlineCode(limits)}`}</p>`;
  const items = parts.map(
    (part) => html`<li>${isReference(part) ? schemaType(part) : schemaMembers(part)}</li>\n`,
  );
  return html`<p>One of:</p><ul>${items}</ul>`;
}
