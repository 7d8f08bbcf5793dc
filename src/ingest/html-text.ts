/** Elements whose content is not read. */
const UNREAD = ['script', 'style', 'template'];
const BLOCK_TAG = /^<\/?(?:p|div|br|li|ul|ol|tr|table|h[1-6]|section|article|blockquote|hr)\b/i;
const REFERENCES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
};
const REFERENCE = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi;

/**
 * The words of a piece of HTML inside a Markdown document: tags, comments, scripts and styles
 * removed, a line feed where a block begins or ends. Takes time in proportion to its length.
 */
export function htmlText(html: string): string {
  const parts: string[] = [];
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    const textEnd = open < 0 ? html.length : open;
    parts.push(html.slice(at, textEnd));
    if (open < 0) break;
    at = endOfMarkup(html, open);
    if (at === open) {
      parts.push('<');
      at++;
    } else if (BLOCK_TAG.test(html.slice(open, open + 16))) parts.push('\n');
  }
  const text = parts.join('').replace(/[ \t\n]+/g, (run) => (run.includes('\n') ? '\n' : ' '));
  return text.replace(REFERENCE, decode);
}

/** End of the tag, comment or unread element that opens here; where it opens if it is none of them. */
export function endOfMarkup(html: string, open: number): number {
  if (html.startsWith('<!--', open)) return after(html, '-->', open);
  const name = /^<\/?([a-z][a-z\d-]{0,30})/i.exec(html.slice(open, open + 34))?.[1];
  if (name === undefined)
    return /^<[!?]/.test(html.slice(open, open + 2)) ? after(html, '>', open) : open;
  const isUnread = UNREAD.includes(name.toLowerCase()) && html[open + 1] !== '/';
  return isUnread ? after(html, `</${name}>`, open) : after(html, '>', open);
}

function after(html: string, closing: string, from: number): number {
  const found = html.indexOf(closing, from);
  return found < 0 ? html.length : found + closing.length;
}

function decode(whole: string, decimal?: string, hexadecimal?: string, name?: string): string {
  if (name !== undefined) return REFERENCES[name.toLowerCase()] ?? whole;
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  const valid = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return valid ? String.fromCodePoint(code) : '\uFFFD';
}
