import type { AnalysedQuestion } from '../analysis/question.js';
import type { AnalysedSentence, Mention } from './analysed-passage.js';
import { TITLED } from './name-offers.js';
import { SPEECH } from './sentence-traits.js';

const ORGANISATION =
  /\b(?:Inc|Corp|Corporation|Company|Ltd|Bank|University|Institute|Association|Federation|Chamber|Ministry|Department|Agency|Organi[sz]ation|Committee|Council|Court|Party|Union|Group|Government|Parliament|Assembly|Congress|Society|Foundation|Museum|School|College|Army|Navy|Church|Team|Club|League|Commission|Fund|Office|Republic|Kingdom|Empire|War|Treaty|Act|Agreement|Summit|Conference)\b|\s&\s/u;

/** What an offer is described by without regard to the question's words, each 0 or 1. */
export const SHAPE_FEATURES = [
  'money',
  'percent',
  'multiple',
  'duration',
  'bareCount',
  'fullDate',
  'bareYear',
  'titled',
  'roleAfter',
  'speechBeside',
  'agent',
  'placeBefore',
  'ofBefore',
  'opens',
  'twoWords',
  'organisation',
  'acronym',
  'hyphened',
  'adjective',
  'joined',
  'joinedPersons',
  'quoted',
] as const;

/** What an offer looks like and stands beside, whatever the question's words. */
export function shapeOf(question: AnalysedQuestion, sentence: AnalysedSentence, offer: Mention) {
  const text = sentence.sentence.text;
  const before = text.slice(Math.max(0, offer.start - 30), offer.start);
  const after = text.slice(offer.end, offer.end + 40);
  const quantity = sentence.quantities.find(
    ({ start, end }) => start <= offer.start && offer.end <= end,
  );
  const name = quantity === undefined;
  const isAmount = question.type === 'amount';
  const words = offer.text.split(/\s/u).length;
  const quotes = (text.slice(0, offer.start).match(/["“”]/gu) ?? []).length;
  return {
    money: isAmount && quantity?.kind === 'money',
    percent: isAmount && quantity?.kind === 'percent',
    multiple: isAmount && quantity?.kind === 'multiple',
    duration: isAmount && quantity?.kind === 'duration',
    bareCount: quantity?.kind === 'count' && quantity.unit === '',
    fullDate: quantity?.kind === 'date' && /\p{L}/u.test(offer.text) && /\d{4}/u.test(offer.text),
    bareYear: quantity?.kind === 'date' && /^\d{4}$/u.test(offer.text),
    titled: name && TITLED.test(before),
    roleAfter: name && /^,\s(?:an?\s|the\s|\p{Lu}\p{Ll}+\s(?:of|at)\s|\p{Ll})/u.test(after),
    speechBeside:
      name &&
      (SPEECH.test(after.slice(0, 24)) ||
        /\b(?:said|says|added|according to)\s(?:\p{L}+\s){0,2}$/u.test(before)),
    agent: name && /\bby\s(?:\p{Ll}+\s){0,3}$/u.test(before),
    placeBefore:
      name && /\b(?:in|at|near|from|to|across|around|outside)\s(?:the\s)?$/iu.test(before),
    ofBefore: name && /\bof\s(?:the\s)?$/iu.test(before),
    opens: name && offer.start === 0,
    twoWords: name && words >= 2 && words <= 3,
    organisation: name && ORGANISATION.test(offer.text),
    acronym: name && /^[\p{Lu}\d&]{2,}$/u.test(offer.text),
    hyphened: name && words === 1 && offer.text.includes('-'),
    adjective: name && /^\s\p{Ll}{3,}/u.test(after) && /(?:ese|an|ish|ch|i)$/u.test(offer.text),
    joinedPersons: name && /^\S+\s\S+(?:\s\S+)?\sand\s\S+\s\S+/u.test(offer.text),
    joined: name && /\sand\s/u.test(offer.text),
    quoted: quotes % 2 === 1,
  };
}
