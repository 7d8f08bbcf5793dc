import { html } from 'hono/html';
import type { Html } from '../layout.js';

/** Text as a description holds it, with what stands between backticks as code. */
export function inlineCode(text: string): Html {
  const parts = text
    .split('`')
    .map((part, place) => (place % 2 === 1 ? html`<code>${part}</code>` : html`${part}`));
  return html`${parts}`;
}
