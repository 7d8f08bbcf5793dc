import { html } from 'hono/html';
import type { DocumentSummary } from '../../contract/document.js';
import { embedSection } from './embed-section.js';
import { type Html, layout, questionForm } from './layout.js';

interface WelcomeParts {
  /** Undefined while the service is starting. */
  readonly documents: readonly DocumentSummary[] | undefined;
  /** Where people reach the service, without a slash at its end. */
  readonly address: string;
}

/** What a visitor without a question sees: a chat where scripts run and a form where they do not, the documents, and how to have the chat elsewhere. */
export function welcomePage({ documents, address }: WelcomeParts): Html {
  return layout({
    title: 'Footnote',
    script: '/widget.js',
    hasForm: true,
    main: html`<h1>Ask these documents</h1>
<p>Footnote answers from the documents below and proves every sentence with an exact quote that you can open in its place. Where the documents hold no answer, it says so.</p>
${documents === undefined ? starting() : ''}
<footnote-chat heading="Questions and answers">
${questionForm()}
</footnote-chat>
${documents === undefined ? '' : documentList(documents)}
${embedSection(address)}
<h2>For programs</h2>
<p><code>POST /v1/ask</code> with <code>{"question": "…"}</code> gives the same as JSON. <a href="/docs">The reference</a> describes every route.</p>`,
  });
}

function starting(): Html {
  return html`<p role="status"><strong>The index is still being opened or built. Load this page again in a moment.</strong></p>`;
}

function documentList(documents: readonly DocumentSummary[]): Html {
  const items = documents.map(({ href, title, metadata }) => {
    const by = [metadata.author, metadata.publisher, metadata.published].filter(Boolean);
    return html`<li><a href="${href}">${title}</a><br><small>${by.join(', ')}</small></li>\n`;
  });
  return html`<h2>The documents</h2><ul>${items}</ul>`;
}
