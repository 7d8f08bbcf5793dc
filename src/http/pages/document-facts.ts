import { html } from 'hono/html';
import type { DocumentMetadata } from '../../domain/document.js';
import type { Html } from './layout.js';

const WEB_ADDRESS = /^https?:\/\//i;

/** What is known about a document, as a list of terms; unknown facts are left out. */
export function documentFacts(metadata: DocumentMetadata): Html {
  const { author, publisher, published, language, licence, url, tags } = metadata;
  const facts: readonly (readonly [string, string | null])[] = [
    ['Author', author],
    ['Publisher', publisher],
    ['Published', published],
    ['Language', language],
    ['Licence', licence],
    ['Tags', tags === undefined || tags.length === 0 ? null : tags.join(', ')],
    ...Object.entries(metadata.other),
  ];
  const shown = facts.flatMap(([name, value]) =>
    value === null ? [] : [html`<dt>${name}</dt><dd>${value}</dd>\n`],
  );
  if (url !== null) shown.push(html`<dt>Source</dt><dd>${sourceLink(url)}</dd>`);
  return shown.length === 0 ? html`` : html`<dl lang="en">${shown}</dl>`;
}

/** A link only where the address leads to the web: a document's own address is not to be trusted with more. */
function sourceLink(url: string): Html {
  return WEB_ADDRESS.test(url)
    ? html`<a href="${url}" rel="external noreferrer">${url}</a>`
    : html`${url}`;
}
