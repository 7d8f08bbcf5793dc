/** Markup that is safe to put into a page. Only `html` makes it. */
export interface Html {
  readonly markup: string;
}

type Value = Html | string | number | null | undefined | readonly Value[];

/**
 * A template whose values are escaped, but for markup that another such template made. Whatever a document, an answer or an
 * error says is text in the page. Null and undefined are nothing; lists are their items.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  return {
    markup: strings.reduce((all, one, place) => all + rendered(values[place - 1]) + one),
  };
}

/** Signs that HTML forbids, or that would hide or turn what follows them, and lone surrogates. */
const UNFIT = /(?![\t\n\r])\p{Cc}|[\p{Cs}\u{202A}-\u{202E}\u{2066}-\u{2069}]/gu;

function rendered(value: Value): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(rendered).join('');
  if (typeof value === 'object') return (value as Html).markup;
  return String(value)
    .replace(UNFIT, '\u{FFFD}')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
