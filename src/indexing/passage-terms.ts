import { terms } from '../analysis/terms.js';

/** What the full-text index holds of a passage: terms joined by blanks. */
export interface PassageTerms {
  readonly own: string;
  /** Of the title and headings above it. */
  readonly context: string;
}

/**
 * The terms of a passage. They follow from what is stored of it and from the analysis that the
 * fingerprint names, and from nothing else: to take a passage out of the full-text index, the very same
 * terms have to be given again.
 */
export function passageTerms(
  text: string,
  title: string,
  headings: readonly string[],
): PassageTerms {
  return { own: joined([text]), context: joined([title, ...headings]) };
}

function joined(texts: readonly string[]): string {
  return texts.flatMap(terms).join(' ');
}
