import { findNames } from '../analysis/names.js';
import { findQuantities, type Quantity } from '../analysis/quantities.js';
import { terms } from '../analysis/terms.js';
import type { StoredPassage, StoredSentence } from '../domain/search-index.js';
import type { Span } from '../domain/span.js';
import { type SentenceTraits, traitsOf } from './sentence-traits.js';

/** A stretch of a sentence with the terms it holds; offsets into the sentence's text. */
export interface Mention extends Span {
  readonly text: string;
  readonly terms: readonly string[];
}

/** A figure with the terms it holds. */
export type QuantityMention = Quantity & Mention;

/** A sentence with what the reader asks of it, worked out once. */
export interface AnalysedSentence {
  readonly sentence: StoredSentence;
  readonly terms: readonly string[];
  readonly termSet: ReadonlySet<string>;
  /** Its terms with those of the sentence before it and of the headings and title above it. */
  readonly around: ReadonlySet<string>;
  readonly bigrams: ReadonlySet<string>;
  readonly quantities: readonly QuantityMention[];
  readonly names: readonly Mention[];
  /** Years written in it. */
  readonly years: ReadonlySet<string>;
  readonly traits: SentenceTraits;
}

/** A passage with its sentences taken apart. */
export interface AnalysedPassage {
  readonly passage: StoredPassage;
  readonly sentences: readonly AnalysedSentence[];
  /** Terms of its headings, its document's title and the name of its author. */
  readonly contextTerms: ReadonlySet<string>;
  /** Terms of its text and its context. */
  readonly termSet: ReadonlySet<string>;
}

const known = new WeakMap<StoredPassage, AnalysedPassage>();

/** Takes a passage apart, once for as long as the store keeps handing out the same object. */
export function analysePassage(passage: StoredPassage): AnalysedPassage {
  const before = known.get(passage);
  if (before !== undefined) return before;
  const { title, metadata } = passage.document;
  const contextTerms = new Set(
    terms([title, metadata.author ?? '', ...passage.headings].join(' ')),
  );
  const sentences: AnalysedSentence[] = [];
  for (const sentence of passage.sentences) {
    const above = new Set([...contextTerms, ...(sentences.at(-1)?.termSet ?? [])]);
    sentences.push(analyseSentence(sentence, above));
  }
  const termSet = new Set(contextTerms);
  for (const { terms: own } of sentences) for (const term of own) termSet.add(term);
  const analysed = { passage, sentences, termSet, contextTerms };
  known.set(passage, analysed);
  return analysed;
}

/** Takes one sentence apart; `above` are the terms of what governs and precedes it. */
export function analyseSentence(
  sentence: StoredSentence,
  above: ReadonlySet<string> = new Set(),
): AnalysedSentence {
  const own = terms(sentence.text);
  const quantities = findQuantities(sentence.text).map((one) => ({
    ...one,
    terms: terms(one.text),
  }));
  return {
    sentence,
    terms: own,
    termSet: new Set(own),
    around: new Set([...above, ...own]),
    bigrams: new Set(own.slice(1).map((term, place) => `${own[place]} ${term}`)),
    quantities,
    names: findNames(sentence.text).map((one) => ({ ...one, terms: terms(one.text) })),
    years: new Set(
      quantities.flatMap(({ kind, value }) =>
        kind === 'date' && value !== null ? [String(value)] : [],
      ),
    ),
    traits: traitsOf(sentence.text),
  };
}
