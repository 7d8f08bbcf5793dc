import { html } from 'hono/html';
import type { Description } from '../../openapi/describe-service.js';
import type { Html } from '../layout.js';
import { inlineCode } from './inline-code.js';
import { type AnySchema, isReference, type Schema } from './schema.js';
import { schemaMembers } from './schema-members.js';
import { schemaType } from './schema-type.js';

type Item = NonNullable<Description['paths']>[string];
type Operation = NonNullable<Item['get']>;
/** The type of `responses` of an operation says nothing of its members; this one does. */
export type Answer = NonNullable<NonNullable<Description['components']>['responses']>[string];

export interface Route {
  /** In capitals. */
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
  /** What its body holds; undefined where it takes none. */
  readonly body: Schema | undefined;
  /** What it may answer, by status, nothing left to look up. */
  readonly answers: Readonly<Record<string, Answer>>;
}

/** The name a page gives the section of a route. */
export function routeId({ method, path, operation }: Route): string {
  return operation.operationId ?? `${method}-${path}`.replace(/\W+/g, '-');
}

/** One route: what it does, what it takes, what it answers, and how to call it. */
export function operationSection(route: Route, origin: string): Html {
  const { method, path, operation } = route;
  return html`<section aria-labelledby="${routeId(route)}">
<h2 id="${routeId(route)}"><code>${method} ${path}</code></h2>
<p><strong>${operation.summary ?? ''}</strong></p>
${operation.description === undefined ? '' : html`<p>${inlineCode(operation.description)}</p>`}
${taken(route)}
${called(route, origin)}
<h3>Answers</h3>
${answers(route.answers)}
</section>
`;
}

function taken({ operation, body }: Route): Html {
  const { parameters = [], requestBody } = operation;
  const content = requestBody !== undefined && 'content' in requestBody ? requestBody.content : {};
  const items = parameters.flatMap((parameter) =>
    '$ref' in parameter
      ? []
      : [
          html`<dt><code>${parameter.name}</code> <span>${schemaType(parameter.schema ?? {})}, in the ${parameter.in}${
            parameter.required ? '' : ', may be left out'
          }</span></dt>
<dd>${inlineCode(parameter.description ?? '')}</dd>`,
        ],
  );
  const bodies = Object.entries(content).map(
    ([type, { schema = {} }]) =>
      html`<dt>body <span>${schemaType(schema as AnySchema)}</span></dt><dd>as <code>${type}</code></dd>`,
  );
  if (items.length + bodies.length === 0) return html``;
  return html`<h3>Takes</h3><dl class="members">${items}${bodies}</dl>${
    body === undefined ? '' : html`<div class="body">${schemaMembers(body)}</div>`
  }`;
}

/** Answers one by one; refusals, which are much the same everywhere, folded away. */
function answers(all: Route['answers']): Html {
  const isRefusal = ([status]: readonly [string, Answer]) => Number(status) >= 400;
  const entries = Object.entries(all);
  const refusals = entries.filter(isRefusal);
  const statuses = refusals.map(([status]) => status).join(', ');
  return html`<dl class="members">${entries.filter((entry) => !isRefusal(entry)).map(answer)}</dl>
${refusals.length === 0 ? '' : html`<details><summary>Refusals: ${statuses}</summary><dl class="members">${refusals.map(answer)}</dl></details>`}`;
}

function answer([status, response]: readonly [string, Answer]): Html {
  if (isReference(response)) return html``;
  const contents = Object.entries(response.content ?? {}).map(
    ([type, { schema = {} }]) =>
      html`<span>${schemaType(schema as AnySchema)} as <code>${type}</code></span> `,
  );
  return html`<dt><code>${status}</code> ${contents}</dt><dd>${inlineCode(response.description)}</dd>
`;
}

function called({ method, path, operation }: Route, origin: string): Html {
  const { requestBody } = operation;
  const content = requestBody !== undefined && 'content' in requestBody ? requestBody.content : {};
  const example: unknown = content['application/json']?.example;
  if (example === undefined) return html``;
  const command = `curl ${origin}${path}${method === 'POST' ? '' : ` -X ${method}`} \\
  -H 'Content-Type: application/json' \\
  -d '${JSON.stringify(example)}'`;
  return html`<h3>For instance</h3><pre tabindex="0"><code>${command}</code></pre>`;
}
