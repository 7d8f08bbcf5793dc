import type { Span } from '../domain/span.js';

/** What leads into a list, surest first. */
const LEADS = [
  /(?::|\b(?:such as|including|include[sd]?|namely|like|these being|consists? of|compris(?:es?|ing)|e\.g\.,?))\s/giu,
  /\b(?:are|were|between|both|of|in|into|on|with|by|cited|proposed|called for|for|as|from|to|through|using|means|is|has|have|had|produced?s?|exported|imported|sells?|sold|needs?)\s(?:the\s)?/giu,
] as const;
/** Ends the last item of a list: what follows speaks of the list as a whole. */
const ENDS_ITEM =
  /\s(?:are|is|was|were|have|has|had|will|would|could|can|which|that|who|as well as|as|while|during|because|since|when|where|so|by|through|help|helps|stand|make|makes|continue|continues)\s|[;:.!?]\s?$|[;:—–]|,\s/u;
const MARKED = /[▲•]\s*/gu;
const COMMA = /,\s(?:(?:and|or|as well as)\s)?/gu;
const LONGEST_ITEM = 90;

/** A list in a text. */
export interface Enumeration extends Span {
  readonly items: number;
  /** Whether words such as "including" or a colon lead into it. */
  readonly isLedIn: boolean;
}

/** Lists of three or more items, and lists under marks such as ▲, each whole from its first item to its last; offsets into the text. */
export function enumerationsIn(text: string): Enumeration[] {
  const marks = [...text.matchAll(MARKED)];
  if (marks.length >= 2) {
    const [first] = marks;
    if (first !== undefined)
      return [
        {
          ...trimmed(text, { start: first.index + first[0].length, end: text.length }),
          items: marks.length,
          isLedIn: true,
        },
      ];
  }
  const found: Enumeration[] = [];
  const commas = commasOutsideBrackets(text);
  for (let i = 0; i < commas.length; i++) {
    if (opensOnly(text, commas, i)) continue;
    let last = i;
    while (last + 1 < commas.length && isItem(text, commas[last], commas[last + 1])) {
      if (leadIn(text.slice(commas[last]?.end, commas[last + 1]?.start)) !== null) i = last + 1;
      last++;
    }
    let end: number | null = null;
    let closing = last;
    for (; closing >= i && end === null; closing--) end = closingItem(text, commas, i, closing);
    if (end !== null) {
      const head = text.slice(commas[i - 1]?.end ?? 0, commas[i]?.start);
      found.push({
        ...trimmed(text, { start: listStart(text, commas, i), end }),
        items: closing + 1 - i + 2,
        isLedIn: leadIn(head) !== null,
      });
    }
    i = last;
  }
  return found.filter(({ start, end }) => end - start >= 8);
}

interface Comma extends Span {
  readonly joins: boolean;
}

function commasOutsideBrackets(text: string): Comma[] {
  const commas: Comma[] = [];
  let depth = 0;
  let counted = 0;
  for (const { 0: match, index } of text.matchAll(COMMA)) {
    for (; counted < index; counted++) {
      if (text[counted] === '(') depth++;
      else if (text[counted] === ')') depth = Math.max(0, depth - 1);
    }
    if (depth === 0)
      commas.push({ start: index, end: index + match.length, joins: match.length > 2 });
  }
  return commas;
}

const VERBAL =
  /(?:^|\s)(?:are|is|was|were|has|had|will|would|could|can|should|may|must|which|that|who|said|stated|told|added|emphasi[sz]ed)(?:\s|$)|^["“‘'](?:If|We|The|It|I)\s|^(?:we|it|they|he|she|you|I|there|this|that|\p{Ll}+ing)\s/u;
/** A segment that opens a sentence without being an item: "In the 1960s", "Finally". */
const OPENER =
  /^(?:In|On|At|As|During|Since|After|Before|By|With|For|From|To|Under|Within|Around|When|While|If|However|Moreover|Finally|Likewise|Specifically|Notably|Recently|Today|According|Despite|Among|Following|Based|Because|Although|Where|Until|Given|Besides|Unlike|Through|Throughout|Thus|Here|There|Now|Later|Then|Once|Yet|Also|But|And|\p{Lu}\p{Ll}+ly)\b/u;

/** A segment that tells of a circumstance: "with the anniversary as a milestone", "after the war". */
const CIRCUMSTANCE =
  /^(?:with|without|in|on|at|after|before|during|since|by|as|when|while|if|under|despite|amid|like|given|because|although)\s/u;

function isItem(text: string, before: Comma | undefined, after: Comma | undefined): boolean {
  if (before === undefined || after === undefined || before.joins) return false;
  const item = text.slice(before.end, after.start);
  return item.length <= LONGEST_ITEM && !VERBAL.test(item) && !CIRCUMSTANCE.test(item);
}

function opensOnly(text: string, commas: readonly Comma[], which: number): boolean {
  if (which > 0) return false;
  const head = text.slice(0, commas[0]?.start ?? 0);
  return OPENER.test(head) && leadIn(head) === null;
}

/** Where the words after the last sure lead of a text begin; null where it has none. */
function leadIn(text: string): number | null {
  const found = [...text.matchAll(LEADS[0])].at(-1);
  return found === undefined ? null : found.index + found[0].length;
}

/** Where the list that the commas from `first` to `last` part ends; null where they part no list. */
function closingItem(
  text: string,
  commas: readonly Comma[],
  first: number,
  last: number,
): number | null {
  const comma = commas[last];
  if (comma === undefined) return null;
  const rest = text.slice(comma.end, comma.end + LONGEST_ITEM + 40);
  const end = ENDS_ITEM.exec(rest)?.index ?? rest.length;
  const item = rest.slice(0, end);
  if (item.trim() === '' || VERBAL.test(item) || item.length > LONGEST_ITEM + 30) return null;
  if (comma.joins) return last > first ? comma.end + end : null;
  return /\s(?:and|or)\s/u.test(item) ? comma.end + end : null;
}

/** Where the first item begins: after the nearest word that leads into a list, surest kind first. */
function listStart(text: string, commas: readonly Comma[], first: number): number {
  const comma = commas[first];
  const from = commas[first - 1]?.end ?? 0;
  const head = text.slice(from, comma?.start ?? from);
  for (const lead of LEADS) {
    const found = [...head.matchAll(lead)].at(-1);
    if (found !== undefined) return from + found.index + found[0].length;
  }
  return from;
}

function trimmed(text: string, { start, end }: Span): Span {
  const raw = text.slice(start, end);
  const lead = raw.length - raw.trimStart().length;
  const bare = raw.trim().replace(/[.,;:!?]+$/u, '');
  const open = bare.startsWith('(') && bare.endsWith(')') ? 1 : 0;
  return { start: start + lead + open, end: start + lead + bare.length - open };
}
