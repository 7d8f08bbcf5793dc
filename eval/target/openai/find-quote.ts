import type { DocumentText } from '../document-text.js';

/** A stretch of a document that says what was quoted. */
export interface FoundQuote {
  readonly document: DocumentText;
  readonly start: number;
  readonly end: number;
}

export type FindQuote = (quote: string, preferred: readonly string[]) => FoundQuote | undefined;

/**
 * Finds quotes in documents as a person would: letter case, runs of blanks, forms of quotation marks, apostrophes and dashes, and
 * marks of emphasis do not count, an ellipsis at either end is no part of the quote. Every other sign must agree.
 * The finder takes documents that are preferred, by id, before others.
 */
export function quoteFinder(documents: readonly DocumentText[]): FindQuote {
  const plain = documents.map((document) => ({ document, ...plainly(document.text) }));
  return (quote, preferred) => {
    const wanted = plainly(quote.replace(/^(?:\s|…|\.\.\.)+|(?:\s|…|\.\.\.)+$/g, '')).text;
    if (wanted === '') return undefined;
    const order = plain.toSorted(
      (a, b) =>
        Number(preferred.includes(b.document.id)) - Number(preferred.includes(a.document.id)),
    );
    for (const { document, text, places } of order)
      for (const form of [wanted, wanted.replace(/[.,;:!?]+$/, '')]) {
        const at = form === '' ? -1 : text.indexOf(form);
        const start = places[at];
        const last = places[at + form.length - 1];
        if (at >= 0 && start !== undefined && last !== undefined)
          return { document, start, end: last + 1 };
      }
    return undefined;
  };
}

/** A text in one form, and for each of its code units the place it comes from. */
function plainly(text: string): { readonly text: string; readonly places: readonly number[] } {
  let form = '';
  const places: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const sign = plainSign(text[at] ?? '');
    if (sign === '' || (sign === ' ' && (form === '' || form.endsWith(' ')))) continue;
    form += sign;
    places.push(at);
  }
  return form.endsWith(' ')
    ? { text: form.slice(0, -1), places: places.slice(0, -1) }
    : { text: form, places };
}

function plainSign(sign: string): string {
  if (/\s/.test(sign)) return ' ';
  if (/[*_`]/.test(sign)) return '';
  if (/[“”„«»]/.test(sign)) return '"';
  if (/[‘’‚′]/.test(sign)) return "'";
  if (/[‐‑‒–—−]/.test(sign)) return '-';
  const lower = sign.toLowerCase();
  return lower.length === 1 ? lower : sign;
}
