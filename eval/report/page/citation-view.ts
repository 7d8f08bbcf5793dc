import type { QuoteValidity } from '../../metrics/quote-validity.js';
import type { ReplyCitation } from '../../target/reply.js';
import { type Html, html } from './html.js';
import { inContext, said } from './in-context.js';

type Texts = ReadonlyMap<string, string>;

/** A citation in the context of its document, and what of it does not hold. */
export function citationView(citation: ReplyCitation, validity: QuoteValidity, texts: Texts): Html {
  const { number, documentId } = citation;
  const faults = faultsOf(citation, validity, texts);
  const verdict =
    faults.length > 0
      ? html`<span class="fault">✗ ${faults.join('; ')}</span>`
      : html`<span class="${validity.verbatim ? 'good' : 'soft'}">${validity.verbatim ? '✓ stands there' : 'no quote given'}</span>`;
  return html`<div><p class="small">[${number}] ${documentId ?? 'no document named'} ${verdict}</p>${quoteView(citation, validity, texts)}</div>`;
}

function faultsOf(
  { documentId, quote }: ReplyCitation,
  { verbatim, span, hash }: QuoteValidity,
  texts: Texts,
): string[] {
  if (documentId !== null && !texts.has(documentId)) return ['nobody knows this document'];
  if (verbatim === false)
    return [
      documentId === null && quote !== null
        ? 'stands in no document'
        : 'does not stand in this document',
    ];
  return [
    ...(span === false ? ['stands elsewhere in this document, not at the place named'] : []),
    ...(hash === false ? ['the hash is not that of this document'] : []),
  ];
}

function quoteView(citation: ReplyCitation, { verbatim, span }: QuoteValidity, texts: Texts): Html {
  const { documentId, quote, start, end } = citation;
  const text = documentId === null ? undefined : texts.get(documentId);
  if (quote === null) return html``;
  if (text !== undefined && verbatim) {
    const at = span && start !== null ? start : text.indexOf(quote);
    return html`${inContext(text, at, at + quote.length)}${span === false ? placeNamed(text, start, end) : null}`;
  }
  const named = text === undefined ? null : placeNamed(text, start, end);
  return html`<blockquote class="false">${said(quote)}</blockquote>${named}`;
}

/** What really stands where a false citation points to. */
function placeNamed(text: string, start: number | null, end: number | null): Html | null {
  if (start === null || end === null) return null;
  if (start < 0 || end <= start || end > text.length)
    return html`<p class="small soft">The place named, ${start} to ${end}, is not in the document, which has ${text.length} code units.</p>`;
  return html`<p class="small soft">At the place named stands:</p>${inContext(text, start, end)}`;
}
