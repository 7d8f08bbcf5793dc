import type { NamedSource } from './source-list.js';

/** A place in a text that refers to sources. */
export interface Reference {
  readonly at: number;
  readonly end: number;
  readonly sources: readonly NamedSource[];
}

/** `[1]`, `[1, 2]`, `[1-3]`, `[^1]`, `【1】`, and `【1†source】` as some services write. */
const NUMBERED =
  /\[\^?(\d{1,3}(?:\s*[,;–-]\s*\^?\d{1,3})*)\](?:\(([^()\s]+)\))?|【(\d{1,3})[^】\n]*】/g;
/** Links, and what stands in brackets or parentheses. */
const NAMED = /\[([^[\]\n]{3,200})\]\(([^()\s]+)\)|[([]([^()[\]\n]{3,200})[)\]]/g;
/** Numbers that a range may stand for. */
const WIDEST_RANGE = 20;

/**
 * The references of a text, in its order: numbers, which the list of sources explains or which name nothing that is
 * known, and documents named in brackets, in parentheses or by a link.
 */
export function references(
  body: string,
  listed: ReadonlyMap<number, NamedSource>,
  name: (text: string) => NamedSource,
): Reference[] {
  const numbered = [...body.matchAll(NUMBERED)].map((match) => {
    const link = match[2];
    const sources = numbersOf(match[1] ?? match[3] ?? '').map(
      (number) =>
        listed.get(number) ?? (link ? name(link) : { name: `[${number}]`, documentId: null }),
    );
    return { at: match.index, end: match.index + match[0].length, sources };
  });
  const named = [...body.matchAll(NAMED)].flatMap((match) => {
    const source = name(match.slice(1).filter(Boolean).join(' '));
    const at = match.index;
    return source.documentId === null ? [] : [{ at, end: at + match[0].length, sources: [source] }];
  });
  return [...numbered, ...named].sort((a, b) => a.at - b.at);
}

function numbersOf(list: string): number[] {
  return list
    .replaceAll('^', '')
    .split(/[,;]/)
    .flatMap((part) => {
      const [first = 0, last = first] = part.split(/[–-]/).map((number) => Number(number.trim()));
      const length = Math.min(WIDEST_RANGE, Math.max(1, last - first + 1));
      return Array.from({ length }, (_, more) => first + more);
    });
}
