import { html } from 'hono/html';
import type { StructuredDocument } from '../../contract/engine.js';
import type { Span } from '../../domain/span.js';
import { documentBlocks } from './document-blocks.js';
import { documentFacts } from './document-facts.js';
import { type Html, layout } from './layout.js';
import { markedText } from './marked-text.js';

/** A document to read: title, what is known about it, its text; the quoted words marked. */
export function documentPage(document: StructuredDocument, quote: Span | undefined): Html {
  const { title, text, blocks, metadata, hash } = document;
  const [first, ...rest] = blocks;
  const titled = first?.kind === 'heading' && text.slice(first.start, first.end).trim() === title;
  const heading = titled ? markedText(text, first, quote) : html`${title}`;
  const body = documentBlocks(titled ? rest : blocks, (block) => markedText(text, block, quote));
  const language = metadata.language ?? '';
  return layout({
    title: `${title} · Footnote`,
    main: html`<article lang="${language}">
<h1>${heading}</h1>
${documentFacts(metadata)}
${body}
</article>
<p><small>Version of this text: ${hash}</small></p>`,
  });
}
