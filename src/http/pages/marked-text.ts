import { html } from 'hono/html';
import type { Span } from '../../domain/span.js';
import type { Html } from './layout.js';

/**
 * The text of `block` with the part that lies in `quote` marked. The first mark of a page carries the
 * id `quote`, so that `#quote` opens the page there.
 */
export function markedText(text: string, block: Span, quote: Span | undefined): Html {
  const start = Math.max(block.start, quote?.start ?? block.end);
  const end = Math.min(block.end, quote?.end ?? block.start);
  const marked = text.slice(start, Math.max(start, end));
  if (quote === undefined || marked.trim() === '')
    return html`${text.slice(block.start, block.end)}`;
  const first = text.slice(quote.start, start).trim() === '';
  const mark = first ? html`<mark id="quote">${marked}</mark>` : html`<mark>${marked}</mark>`;
  return html`${text.slice(block.start, start)}${mark}${text.slice(end, block.end)}`;
}
