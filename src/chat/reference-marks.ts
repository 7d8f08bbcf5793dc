/** `[1]`, `[1, 2]`, `[1-3]`, `[^1]`, `【1】`, `[quote 1]`. */
const MARK =
  /\s*[[【]\s*(?:\^|quotes?\s|sources?\s)?\s*(\d{1,6}(?:\s*[,;–-]\s*\d{1,6})*)\s*[\]】]/giu;
const BULLET = /^\s*(?:[-*•]\s+|\d{1,2}[.)]\s+(?=\p{Lu}))/u;
const FURTHEST_RANGE = 20;

/** A sentence without the marks of its references and what decorates it, and the numbers the marks name. */
export function withoutMarks(sentence: string): { text: string; marks: number[] } {
  const marks: number[] = [];
  const bare = sentence.replace(MARK, (_whole, numbers: string) => {
    marks.push(...numbersIn(numbers));
    return '';
  });
  const text = bare
    .replace(BULLET, '')
    .replace(/\*\*(.+?)\*\*/gu, '$1')
    .replace(/\s+/gu, ' ')
    .replace(/\s+([.,;!?])/gu, '$1')
    .trim();
  return { text, marks };
}

function numbersIn(numbers: string): number[] {
  return numbers.split(/[,;]/u).flatMap((part) => {
    const [first = 0, last = first] = part.split(/[–-]/u).map(Number);
    const count = Math.min(FURTHEST_RANGE, Math.max(1, last - first + 1));
    return Array.from({ length: count }, (_, place) => first + place);
  });
}
