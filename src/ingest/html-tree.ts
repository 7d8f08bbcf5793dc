import { DOMParser, parseHTML } from 'linkedom';
import { endOfMarkup } from './html-text.js';

/** Elements inside one another; what walks a deeper tree needs time that grows with the square of its depth. */
const NESTING_LIMIT = 400;
/** Elements that hold nothing, and those that end by themselves where another of their kind begins. */
const NOT_NESTING = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot option optgroup rt rp'.split(
    ' ',
  ),
);
const TAG = /^<(\/?)([a-z][a-z\d-]{0,30})/i;

/** Whether a page's elements lie inside one another deeper than is sensible. Takes time in proportion to its length. */
export function isTooDeep(html: string): boolean {
  let depth = 0;
  for (let open = html.indexOf('<'); open >= 0; ) {
    const end = endOfMarkup(html, open);
    const [, slash, name = ''] = TAG.exec(html.slice(open, open + 34)) ?? [];
    if (name !== '' && !NOT_NESTING.has(name.toLowerCase())) {
      const closesItself =
        html[end - 2] === '/' || /^<(?:script|style|template)/i.test(html.slice(open, open + 9));
      if (slash === '/') depth = Math.max(0, depth - 1);
      else if (!closesItself && ++depth > NESTING_LIMIT) return true;
    }
    open = html.indexOf('<', Math.max(end, open + 1));
  }
  return false;
}

/** The tree of a page or of a piece of one; all that is to be read is below its `body`. */
export function htmlTree(source: string): Document {
  const isWhole = /<html\b/i.test(source) && /<body\b/i.test(source);
  return parseHTML(isWhole ? source : wrapped(source)).document as unknown as Document;
}

/** The tree of an XML document; an empty one where it is none. */
export function xmlTree(source: string): Document {
  return new DOMParser().parseFromString(source, 'text/xml') as unknown as Document;
}

/** The parser takes the first element for the root of the page, so what leaves html or body out would lose all that follows. */
function wrapped(source: string): string {
  const language = /<html\b[^>]{0,2000}?\blang=["']?([\w-]{2,35})/i.exec(source)?.[1];
  const inner = source.replace(
    /<!doctype\b[^>]{0,2000}>|<\/?(?:html|head|body)\b[^>]{0,2000}>/gi,
    '',
  );
  return `<!doctype html><html lang="${language ?? ''}"><head></head><body>${inner}</body></html>`;
}
