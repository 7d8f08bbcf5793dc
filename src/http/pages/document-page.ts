import { html } from 'hono/html';
import type { StructuredDocument } from '../../contract/engine.js';
import { documentBlocks } from './document-blocks.js';
import { documentFacts } from './document-facts.js';
import { type Html, layout } from './layout.js';
import type { FoundQuote } from './linked-quote.js';
import { markedText } from './marked-text.js';

/** A document to read: title, what is known about it, its text; the quoted words marked. */
export function documentPage(document: StructuredDocument, found: FoundQuote): Html {
  const { title, text, blocks, metadata, hash, pageStarts } = document;
  const quote = found.span;
  const [first, ...rest] = blocks;
  const titled = first?.kind === 'heading' && text.slice(first.start, first.end).trim() === title;
  const heading = titled ? markedText(text, first, quote) : html`${title}`;
  const body = documentBlocks(
    titled ? rest : blocks,
    (block) => markedText(text, block, quote),
    pageStarts,
  );
  const language = metadata.language ?? '';
  return layout({
    title: `${title} · Footnote`,
    main: html`${quoteNotice(found)}<article lang="${language}">
<h1>${heading}</h1>
${documentFacts(metadata)}
${body}
</article>
<p><small>Version of this text: ${hash}</small></p>`,
  });
}

/** What a reader who followed a citation is told before the text; `#quote` leads here where there is no mark. */
function quoteNotice({ span, sourceChanged }: FoundQuote): Html {
  const jump = html`<a href="#quote">Go to the quoted words</a>`;
  if (!sourceChanged) return span === undefined ? html`` : html`<p class="jump">${jump}</p>\n`;
  return span === undefined
    ? html`<p class="notice" id="quote"><strong>The source has changed since it was quoted.</strong> The quoted words do not stand in it any more as they were.</p>\n`
    : html`<p class="notice"><strong>The source has changed since it was quoted.</strong> The quoted words still stand in it. ${jump}</p>\n`;
}
