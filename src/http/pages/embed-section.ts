import { html } from 'hono/html';
import type { Html } from './layout.js';

/** Attributes of the element, and what each is for. */
const ATTRIBUTES: readonly (readonly [string, string])[] = [
  ['endpoint', 'Address of the service, where it is not the one the script came from'],
  ['heading', 'What stands on top'],
  ['greeting', 'What stands there before the first question'],
  ['suggestions', 'Questions to begin with, separated by | or as a JSON array'],
  ['language', 'Of the interface: en, ko or ja; that of the page unless told'],
  ['theme', 'light, dark, or auto for what the visitor prefers'],
  ['position', 'inline, or floating for a button in the corner'],
  ['history', 'visit keeps the conversation until the tab is closed; none keeps nothing'],
];

/** How a page of someone else shows the chat of this one; a click on the lines selects them. */
export function embedSection(address: string): Html {
  const lines = [
    `<script type="module" src="${address}/widget.js"></script>`,
    '<footnote-chat></footnote-chat>',
  ];
  const attributes = ATTRIBUTES.map(
    ([name, meaning]) => html`<dt><code>${name}</code></dt><dd>${meaning}</dd>\n`,
  );
  return html`<h2 id="embed">On your own page</h2>
<p>The chat above is one element. These two lines show it anywhere, without a key, a cookie or anything from a third party:</p>
<pre tabindex="0" class="snippet"><code>${lines.join('\n')}</code></pre>
<p>Whoever runs this service names the origin of your page in <code>ALLOWED_ORIGINS</code>. What the element shows is told by its attributes, all optional, each a property too:</p>
<dl class="attributes">${attributes}</dl>
<p>What stands between the tags is shown where scripts do not run. Colours and fonts are custom properties, <code>--footnote-accent</code> for instance, and every part inside can be styled with <code>::part(…)</code>.</p>`;
}
