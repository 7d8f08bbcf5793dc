const words = (list: string) => new Set(list.split(' '));

/** Before a name: never the end of a sentence. */
const TITLES = words(
  'Mr Mrs Ms Mx Messrs Mme Mlle Dr Drs Prof Gen Lt Col Maj Capt Cmdr Adm Sgt Cpl Rev Hon Sen Rep Gov Pres Supt Mt Ft ' +
    'vs cf viz ca al e.g i.e c.f',
);
/** Before a number: no end there. */
const BEFORE_NUMBER = words(
  'No Nos no nos Art Arts Fig Figs fig figs Vol Vols vol Ch ch Sec sec Eq Eqs Ref Refs para p pp Nr approx est ' +
    'Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec v ver',
);
/** At the end of a sentence or inside it: an end only before a word that begins sentences. */
const EITHER = words('St Inc Corp Ltd Co Cos Bros Jr Sr Dept Univ Assn Ave Blvd Rd Ph.D M.Sc B.Sc');
/** Words that, capitalised, hardly ever continue a name. */
const OPENERS = words(
  'The A An In On At By For From With Under After Before During Since Until While When Where If As Although Though Because ' +
    'It Its He His She Her They Their We Our You Your I My This That These Those There Here Then Now ' +
    'But And Or So Yet However Moreover Furthermore Meanwhile Instead Also Still Thus Therefore Nevertheless Finally ' +
    'What Who Why How Which Not One Some Many Most Both Each All Such To Of According Among Analysts Officials Experts',
);
/** After an hour: the clock goes on to a day, a month or a zone. */
const AFTER_HOUR =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|[A-Z]{2,4}\b|\d)/;
/** Who spoke, after a quotation that ends in a mark of its own: “Is it?” President Lee asked. */
const SPEAKER =
  /^(?:\p{Lu}[\p{L}.'’-]*\s+){1,5}(?:said|says|asked|asks|added|adds|replied|told|stated|wrote|noted|explained|argued|warned)\b/u;
const QUOTE = /["'”’»」』›]/u;
const OPENING = /^[\p{Ps}\p{Pi}"'‘“«¿¡\p{S}\p{Pd}•·*\s]*/u;
/** Characters on either side of a mark that decide; names and words longer than this decide nothing. */
const CONTEXT_LENGTH = 120;

/** A mark that may end a sentence: `text.slice(markStart, markEnd)` is it, with closing quotes and brackets up to `end`. */
export interface SentenceMark {
  readonly markStart: number;
  readonly markEnd: number;
  readonly end: number;
}

/**
 * Whether a sentence that began at `sentenceStart` ends with this mark. Knows English abbreviations;
 * in any language a small letter after the mark goes on with the sentence.
 */
export function endsSentence(text: string, sentenceStart: number, mark: SentenceMark): boolean {
  const rest = text.slice(mark.end, mark.end + CONTEXT_LENGTH);
  if (rest.trim() === '') return true;
  const closing = text.slice(mark.markEnd, mark.end);
  const blank = /^\s+/.exec(rest)?.[0] ?? '';
  const next = rest.slice(blank.length);
  if (/^[\p{M}\u200D]/u.test(next)) return false;
  const sign = text.slice(mark.markStart, mark.markEnd);
  if (blank === '') return endsWithoutSpace(sign, closing, next);
  const opening = OPENING.exec(next)?.[0] ?? '';
  const following = next.slice(opening.length);
  if (/^\p{Ll}(?!\p{Lu})/u.test(following)) return false;
  if (sign !== '.' && QUOTE.test(closing) && SPEAKER.test(next)) return false;
  if (sign !== '.' || /[^"'”’]/u.test(closing)) return true;
  const before = text.slice(
    Math.max(sentenceStart, mark.markStart - CONTEXT_LENGTH),
    mark.markStart,
  );
  const whole = before.length === mark.markStart - sentenceStart;
  return !isAbbreviation(before, whole, following);
}

/** Marks of scripts without spaces end a sentence at once, unless a quotation goes on: 「…。」と言った。 */
function endsWithoutSpace(sign: string, closing: string, next: string): boolean {
  if (!/[。．！？｡]$/u.test(sign)) return false;
  if (/^[\uFE00-\uFE0F\p{P}]/u.test(next)) return /^[\p{Ps}\p{Pi}]/u.test(next);
  return closing === '' || !/^[\p{Script=Hiragana}\p{Script=Hangul}\p{Ll}]/u.test(next);
}

function isAbbreviation(before: string, whole: boolean, following: string): boolean {
  const token = /[^\s]*$/u.exec(before)?.[0].replace(OPENING, '') ?? '';
  if (
    whole &&
    token.length === before.replace(OPENING, '').length &&
    /^(?:\d{1,3}|\p{L}|[ivxIVX]{1,5})$/u.test(token)
  )
    return true;
  const opener = /^[\p{L}'’]+/u.exec(following)?.[0] ?? '';
  const opens = OPENERS.has(opener);
  const bare = token.replace(/^.*[(/–—-](?=\p{L})/u, '');
  if (TITLES.has(bare)) return true;
  if (BEFORE_NUMBER.has(bare) && /^[\p{N}#§]/u.test(following)) return true;
  if (/^[ap]\.m$/i.test(bare)) return AFTER_HOUR.test(following) && !opens;
  const isInitial = /^(?:\p{L}\p{M}*\.)+\p{L}$/u.test(bare) || /^\p{Lu}$/u.test(bare);
  return (isInitial || EITHER.has(bare)) && !opens;
}
