import { akin } from '../analysis/akin.js';
import { placeInRange, type Zone, zonesOf } from '../analysis/figure-zones.js';
import type { AnalysedQuestion } from '../analysis/question.js';
import type { SentenceReading } from '../domain/passage-reader.js';
import type { Span } from '../domain/span.js';
import type { AnalysedSentence, Mention, QuantityMention } from './analysed-passage.js';
import { ofAskedWords, ofOwner } from './figure-owner.js';
import { yearOf } from './figure-year.js';
import { FIGURE_KINDS, offersOf } from './offers.js';
import { readMentions } from './read-spans.js';

/** An offer with the stretch that speaks of it and the year it is for. */
export interface CandidateSpan {
  readonly offer: Mention;
  readonly zone: Zone;
  /** Null where none is known, and for dates. */
  readonly year: number | null;
  /** Whether the question names the other part of "A and B", of which this is one. */
  readonly isPartner: boolean;
  /** Whether a close reading alone offers it. */
  readonly onlyRead: boolean;
}

const ASKS_FOR_END = /\b(?:end(?:ed)?|finish(?:ed)?|until|over|stop(?:ped)?|to when)\b/iu;
const ASKS_FOR_START = /\b(?:beg[iau]n|start(?:ed)?|since|from when)\b/iu;

/** A sentence with more offers is a table or a bare list; the rest of them is left out. */
const MOST_OFFERS = 24;

/** The offers of a sentence, and what a close reading takes for the answer, that nothing the question says rules out. */
export function candidateSpans(
  question: AnalysedQuestion,
  sentence: AnalysedSentence,
  reading: SentenceReading | null = null,
): CandidateSpan[] {
  const suited = offersOf(question, sentence).slice(0, MOST_OFFERS);
  const isKnown = isFigureAsked(question) ? overlaps : isSame;
  const read =
    reading === null
      ? []
      : readMentions(question, sentence.sentence.text, reading).filter(
          (one) => !suited.some((other) => isKnown(one, other)),
        );
  const offers = [...suited, ...read];
  const zones = zonesFor(sentence, offers);
  const dates = new Set(
    sentence.quantities.filter(({ kind }) => kind === 'date').map(({ start }) => start),
  );
  const isDate = question.type === 'date';
  let left = offers.map((offer, which): CandidateSpan => {
    const zone = zones[which] as Zone;
    return {
      offer,
      zone,
      year: isDate || dates.has(offer.start) ? null : yearOf(sentence, offer, zone),
      isPartner: which < suited.length && isPartner(question, suited, offer),
      onlyRead: which >= suited.length,
    };
  });
  if (left.some((one) => one.isPartner)) left = left.filter((one) => one.isPartner);
  if (isDate) return withinRange(question, sentence.sentence.text, left);
  if (left.some(({ offer }) => sentence.quantities.some(({ start }) => start === offer.start)))
    left = ofAskedWords(question, sentence, ofOwner(question, sentence, left));
  if (question.years.length + question.periods.length > 0) {
    const right = left.filter(({ year }) => year === null || isNamedYear(question, year));
    const owned = right.filter(({ year }) => year !== null);
    // Where a sentence sets years against each other, a figure of none of them is not for the one asked about.
    if (owned.length > 0) return sentence.years.size > 1 ? owned : right;
    return left.filter(
      ({ offer, year, zone }) =>
        year === null || isNamedYear(question, year) || !isWrittenFor(sentence, offer, zone),
    );
  }
  if (question.asksForNow) {
    const latest = Math.max(...left.map(({ year }) => year ?? -Infinity));
    return left.filter(({ year }) => year === null || year === latest);
  }
  return left;
}

/** A figure of a sentence as an offer, whatever is asked. */
export function spanOfFigure(
  sentence: AnalysedSentence,
  figure: QuantityMention,
): Pick<CandidateSpan, 'offer' | 'zone' | 'year'> {
  const isDate = figure.kind === 'date';
  const figures = sentence.quantities.filter(({ kind }) => (kind === 'date') === isDate);
  const zone = zonesFor(sentence, figures)[figures.indexOf(figure)] as Zone;
  return { offer: figure, zone, year: isDate ? null : yearOf(sentence, figure, zone) };
}

/** A figure has plain ends, which a model at times misses. */
function isFigureAsked({ type }: AnalysedQuestion): boolean {
  return FIGURE_KINDS[type] !== undefined;
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function isSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

/** Whether a question names a year, by itself or within a decade. */
export function isNamedYear({ years, periods }: AnalysedQuestion, year: number): boolean {
  return (
    years.includes(String(year)) || periods.some(({ first, last }) => first <= year && year <= last)
  );
}

/** Whether the year stands in the same stretch as the figure, and is not merely the only one of the sentence. */
function isWrittenFor(sentence: AnalysedSentence, offer: Mention, { own }: Zone): boolean {
  return sentence.quantities.some(
    ({ kind, value, start }) =>
      kind === 'date' &&
      value !== null &&
      start >= own.start &&
      start < own.end &&
      start >= offer.end,
  );
}

function withinRange(
  question: AnalysedQuestion,
  text: string,
  candidates: readonly CandidateSpan[],
): CandidateSpan[] {
  const unwanted = ASKS_FOR_END.test(question.text)
    ? 0
    : ASKS_FOR_START.test(question.text)
      ? 1
      : null;
  return candidates.filter(
    ({ offer }) => unwanted === null || placeInRange(text, offer) !== unwanted,
  );
}

/** Zones of offers that may overlap: those of the same stretch share one. */
function zonesFor(sentence: AnalysedSentence, offers: readonly Span[]): Zone[] {
  const apart: Span[] = [];
  for (const offer of offers.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = apart.at(-1);
    if (last === undefined || offer.start >= last.end) apart.push(offer);
  }
  const zones = zonesOf(sentence.sentence.text, apart);
  return offers.map(({ start }) => zones[apart.findLastIndex((one) => one.start <= start)] as Zone);
}

function isPartner(
  question: AnalysedQuestion,
  offers: readonly Mention[],
  offer: Mention,
): boolean {
  if (/\sand\s/u.test(offer.text)) return false;
  const isAsked = (term: string) => question.terms.some((wanted) => akin(wanted, term));
  return offers.some(
    (whole) =>
      whole.start <= offer.start &&
      offer.end <= whole.end &&
      /\sand\s/u.test(whole.text) &&
      whole.terms.some((term) => !offer.terms.includes(term) && isAsked(term)) &&
      !offer.terms.some(isAsked),
  );
}
