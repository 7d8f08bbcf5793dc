import { type Html, html } from './html.js';

/** Code units of a document that are shown before and after a quote. */
const AROUND = 160;
/** Code units of what others wrote that are shown; the JSON report has all of it. */
const SHOWN = 3000;

/** A stretch of a document, marked, with what stands around it. */
export function inContext(text: string, start: number, end: number): Html {
  const from = wordStart(text, Math.max(0, start - AROUND));
  const to = wordEnd(text, Math.min(text.length, end + AROUND));
  return html`<blockquote dir="auto">${from > 0 ? '… ' : ''}${text.slice(from, start)}<mark>${text.slice(start, end)}</mark>${text.slice(end, to)}${to < text.length ? ' …' : ''}</blockquote>`;
}

/** What somebody wrote, as it was written, cut where it is very long. */
export function said(text: string): Html {
  const more = text.length - SHOWN;
  return html`<span class="said" dir="auto">${text.slice(0, SHOWN)}</span>${more > 0 ? html` <span class="soft">… and ${more} more characters</span>` : null}`;
}

function wordStart(text: string, at: number): number {
  const blank = text.slice(at, at + 30).search(/\s/);
  return at === 0 || blank === -1 ? at : at + blank + 1;
}

function wordEnd(text: string, at: number): number {
  const blank = text.slice(Math.max(0, at - 30), at).search(/\s\S*$/);
  return at === text.length || blank === -1 ? at : Math.max(0, at - 30) + blank;
}
