import type { Span } from '../domain/span.js';

/** What ends a clause: the end of a sentence, a semicolon or dash, a bullet, or a word that opens a contrast. */
const PARTING =
  /[.!?]['"’”)\]]*\s+(?=["'“‘(]?\p{Lu})|[;—–▲•]|:\s|,?\s(?=(?:while|whereas|but|although|though|whilst|however|yet)\s)/gu;
/** Abbreviations whose stop ends no sentence. */
const ABBREVIATION = /(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|Prof|St|No|vs|Jr|Sr|\p{Lu})$/u;

/** The clauses of a text in order; together they are the whole text. */
export function clausesOf(text: string): Span[] {
  const clauses: Span[] = [];
  let start = 0;
  for (const { 0: parting, index } of text.matchAll(PARTING)) {
    if (parting.startsWith('.') && ABBREVIATION.test(text.slice(Math.max(0, index - 6), index)))
      continue;
    const end = index + parting.length;
    if (text.slice(start, index).trim() === '') continue;
    clauses.push({ start, end });
    start = end;
  }
  if (start < text.length || clauses.length === 0) clauses.push({ start, end: text.length });
  return clauses;
}
