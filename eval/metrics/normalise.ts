import { canonicalFacts } from './canonical-facts.js';

const ARTICLES = /\b(?:a|an|the)\b/g;

/**
 * A text as answers are compared: words with one space between, so that spellings of one answer
 * agree. After the SQuAD 1.1 evaluation script (Rajpurkar et al. 2016: lower case, no punctuation, no
 * articles), and besides: accents dropped; "12,700" is "12700"; "percent" and "per cent" are "%", written
 * to the number; "$", "US$" and "dollars" are dropped; hyphens separate words; "U.S." is "us"; decimal points stay.
 */
export function normaliseAnswer(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/(\d),(?=\d{3}(?!\d))/g, '$1')
    .replace(/\b(?:us|u\.s\.)?\s?\$\s?/g, ' ')
    .replace(/\b(?:us |u\.s\. )?dollars?\b/g, ' ')
    .replace(/\s*(?:\bper ?cent\b|%)/g, '% ')
    .replace(/\b(?:\p{L}\.){2,}/gu, (letters) => letters.replaceAll('.', ''))
    .replace(/['’‘]/g, '')
    .replace(/\.(?!\d)|(?<!\d)\./g, ' ')
    .replace(/[^\p{L}\p{M}\p{N}.%]+/gu, ' ')
    .replace(ARTICLES, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Whether the words of an answer stand, whole and in order, in a text; both normalised first, as they are or with their
 * dates, figures and number words in one spelling.
 */
export function containsAnswer(text: string, answer: string): boolean {
  return holds(text, answer) || holds(canonicalFacts(text), canonicalFacts(answer));
}

function holds(text: string, answer: string): boolean {
  const wanted = normaliseAnswer(answer);
  return wanted !== '' && ` ${normaliseAnswer(text)} `.includes(` ${wanted} `);
}
