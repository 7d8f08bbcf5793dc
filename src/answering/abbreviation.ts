import type { Span } from '../domain/span.js';

const ASKED = /\b(?:[A-Z][A-Za-z]*[A-Z][A-Za-z]*|[A-Z]{2,})\b/gu;
const BRACKETS = /\(([^()]{2,60})\)/gu;

/** The long form that stands beside a short form in brackets: "digital transformation (DX)", "MaaS (Mobility as a Service)"; null where none does. */
export function longFormOf(text: string, question: string): Span | null {
  const asked = new Set(question.match(ASKED) ?? []);
  for (const { 0: bracket, 1: inside = '', index } of text.matchAll(BRACKETS)) {
    const before = /([\p{L}\p{N}-]+)\s$/u.exec(text.slice(Math.max(0, index - 30), index))?.[1];
    if (before !== undefined && asked.has(before) && inside.length > before.length)
      return { start: index + 1, end: index + bracket.length - 1 };
    if (asked.has(inside)) return wordsBefore(text, index, inside);
  }
  return null;
}

/** The words before a bracket that its letters stand for: as many as it has letters, from one that begins with the first. */
function wordsBefore(text: string, bracket: number, short: string): Span | null {
  const lead = text.slice(Math.max(0, bracket - 120), bracket).trimEnd();
  const end = Math.max(0, bracket - 120) + lead.length;
  const words = [...lead.matchAll(/[\p{L}\p{N}’'-]+/gu)];
  const first = short[0]?.toLowerCase();
  for (let count = short.length; count >= Math.min(2, short.length); count--) {
    for (const size of [count, count + 1]) {
      const word = words.at(-size);
      if (word !== undefined && word[0][0]?.toLowerCase() === first)
        return { start: Math.max(0, bracket - 120) + word.index, end };
    }
  }
  return null;
}
