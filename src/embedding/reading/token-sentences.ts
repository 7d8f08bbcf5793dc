import type { ReadablePassage } from '../../domain/passage-reader.js';
import type { Span } from '../../domain/span.js';

/** A word's token ids. */
export type TokenIds = (word: string) => readonly number[];

/** A token of a sentence: which sentence, and where in it its word stands. */
export interface PlacedToken extends Span {
  readonly sentence: number;
}

/** Question and passage as one row of tokens. */
export interface TokenRow {
  readonly ids: readonly number[];
  /** 0 for the question, 1 for the passage. */
  readonly kinds: readonly number[];
  /** For each token the sentence it belongs to; null outside the sentences. */
  readonly placed: readonly (PlacedToken | null)[];
}

export interface SpecialTokens {
  readonly opening: number;
  readonly closing: number;
}

const MOST_QUESTION_TOKENS = 64;
/** Characters of a question beyond which no token can count. */
const MOST_QUESTION_CHARACTERS = 2000;

/** Words as BERT's tokeniser cuts them first: at blanks, and round each mark and each Chinese character. */
const WORD =
  /[!-/:-@[-`{-~\p{P}]|[\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF]|[^\s!-/:-@[-`{-~\p{P}\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF]+/gu;

/**
 * `[CLS] question [SEP] context: sentences [SEP]`, at most `limit` tokens; what goes beyond is cut off the
 * passage's end. Cutting words before tokens tells where in the text each token stands.
 */
export function tokenRow(
  question: string,
  { context, sentences }: ReadablePassage,
  tokenIds: TokenIds,
  special: SpecialTokens,
  limit: number,
): TokenRow {
  const asked = wordsOf(question.slice(0, MOST_QUESTION_CHARACTERS))
    .flatMap(({ word }) => tokenIds(word))
    .slice(0, MOST_QUESTION_TOKENS);
  const ids = [special.opening, ...asked, special.closing];
  const kinds: number[] = ids.map(() => 0);
  const placed: (PlacedToken | null)[] = ids.map(() => null);
  const add = (word: string, place: PlacedToken | null) => {
    for (const id of tokenIds(word)) {
      if (ids.length >= limit - 1) return;
      ids.push(id);
      kinds.push(1);
      placed.push(place);
    }
  };
  if (context !== '') for (const { word } of wordsOf(`${context}:`)) add(word, null);
  for (const [sentence, text] of sentences.entries())
    for (const { word, start, end } of wordsOf(text)) add(word, { sentence, start, end });
  ids.push(special.closing);
  kinds.push(1);
  placed.push(null);
  return { ids, kinds, placed };
}

function wordsOf(text: string): (Span & { readonly word: string })[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    word,
    start: index,
    end: index + word.length,
  }));
}
