const OPENS_SINGLE = /(?:^|[\s(—])[‘'](?=[\p{L}\p{N}])/u;
const CLOSES_SINGLE = /[.,!?…]['’](?=[\s)—]|$)/u;

/**
 * Whether a text holds only one end of a quotation: it `opens` one that it does not close, or `closes` one that it does
 * not open; null where its quotations are whole or it has none. A single mark counts beside a stop only: elsewhere
 * it may be an apostrophe.
 */
export function splitQuotation(text: string): 'opens' | 'closes' | null {
  let depth = 0;
  for (const mark of text.match(/[“”]/gu) ?? []) {
    depth += mark === '“' ? 1 : -1;
    if (depth < 0) return 'closes';
  }
  if (depth > 0) return 'opens';
  if ((text.match(/"/gu)?.length ?? 0) % 2 === 1) return closesStraight(text) ? 'closes' : 'opens';
  const close = CLOSES_SINGLE.exec(text);
  const open = OPENS_SINGLE.exec(text);
  if (close !== null && (open === null || open.index > close.index)) return 'closes';
  return open !== null && open.index === 0 && close === null ? 'opens' : null;
}

/** A single straight mark closes a quotation where it stands at the end of a word. */
function closesStraight(text: string): boolean {
  return /[\p{L}\p{N}.,!?…]$/u.test(text.slice(0, text.lastIndexOf('"')));
}
