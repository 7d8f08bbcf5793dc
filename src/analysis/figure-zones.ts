import type { Span } from '../domain/span.js';

/** The stretch of a sentence that speaks of one figure, and the clause that stretch belongs to. */
export interface Zone {
  readonly own: Span;
  readonly clause: Span;
}

/** What parts two figures, strongest first. */
const PARTINGS = [
  /;|[—–]/gu,
  /,?\s(?:while|whereas|but|although|though)\s/giu,
  /,\s(?:and|with|compared|versus)\s/giu,
  /[,:(▲•]/gu,
  /\s(?:and|or|versus|against)\s/giu,
  /\s(?:to|than|from)\s/giu,
] as const;
/** Partings before this place in the list always begin a clause. */
const CLAUSAL = 2;
/** Words between a parting and the next figure that make what follows a clause of its own. */
const CLAUSE_WORDS = 3;

/** One zone per span; the spans are in order and do not overlap. Linear in the text. */
export function zonesOf(text: string, spans: readonly Span[]): Zone[] {
  const cuts = spans.slice(1).map((next, which) => cutBetween(text, spans[which] as Span, next));
  return spans.map((_, which) => {
    const own = { start: cuts[which - 1]?.at ?? 0, end: cuts[which]?.at ?? text.length };
    let first = which;
    while (first > 0 && !(cuts[first - 1]?.clausal ?? true)) first--;
    let last = which;
    while (last < cuts.length && !(cuts[last]?.clausal ?? true)) last++;
    return {
      own,
      clause: { start: cuts[first - 1]?.at ?? 0, end: cuts[last]?.at ?? text.length },
    };
  });
}

function cutBetween(text: string, before: Span, after: Span): { at: number; clausal: boolean } {
  const between = text.slice(before.end, after.start);
  for (const [strength, parting] of PARTINGS.entries()) {
    const found = [...between.matchAll(parting)].at(-1);
    if (found === undefined) continue;
    const rest = between.slice(found.index + found[0].length).trim();
    const words = rest === '' ? 0 : rest.split(/\s+/u).length;
    return {
      at: before.end + found.index,
      clausal: strength < CLAUSAL || (strength === CLAUSAL && words >= CLAUSE_WORDS),
    };
  }
  return { at: after.start, clausal: false };
}

/** 0 for A and 1 for B in "from A to B" and "between A and B"; null elsewhere. */
export function placeInRange(text: string, figure: Span): 0 | 1 | null {
  const before = text.slice(Math.max(0, figure.start - 60), figure.start);
  const after = text.slice(figure.end, figure.end + 24);
  if (OPENS_RANGE.test(before) && /^[^,;.]*\b(?:to|and)\s/u.test(after)) return 0;
  return CLOSES_RANGE.test(before) ? 1 : null;
}

const OPENS_RANGE = /\b(?:from|between)\s(?:\p{Ll}+\s)?$/iu;
const CLOSES_RANGE =
  /\b(?:from\s[^;]{0,30}\d[^;]{0,30}\bto|between\s[^;]{0,30}\d[^;]{0,30}\band)\s(?:\p{Ll}+\s)?$/iu;
