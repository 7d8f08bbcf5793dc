import type { AnswerType } from './answer-type.js';

/** Words after which the name of the thing asked for has ended. */
const ENDS_NOUN =
  /^(?:is|are|was|were|be|been|am|do|does|did|has|have|had|can|could|will|would|should|shall|may|might|must|to|in|on|of|for|by|from|with|at|about|between|among|into|over|under|after|before|during|since|that|which|who|whom|whose|when|where|as|than|and|or|not|did|the|a|an|its|their|his|her|our|your|my|it|they|he|she|you|we|there|this|these|those)$/;

/** What the thing named after "which", "what" or "the" tells of the answer; earlier rows go first. */
const NOUNS: readonly (readonly [AnswerType, RegExp])[] = [
  ['date', /^(?:years?|months?|dates?|days?|weeks?|decades?|century|centuries)$/],
  [
    'percent',
    /^(?:percent|percentages?|shares?|proportions?|fractions?|portions?|slices?|rates?)$/,
  ],
  ['multiple', /^(?:factor|multiple|multiplier)$/],
  [
    'money',
    /^(?:prices?|costs?|gdp|budget|revenues?|salary|wages?|fees?|sum|turnover|profits?|income|debt|fine|deposit|rent)$/,
  ],
  ['ordinal', /^(?:rank|ranking|position)$/],
  ['count', /^(?:number|population|headcount|count)$/],
  ['duration', /^(?:duration|age|lifespan)$/],
  [
    'amount',
    /^(?:size|volume|amount|total|level|extent|length|height|width|depth|weight|mass|distance|speed|temperature|area|capacity|value|worth|quantity|diameter|content|concentration|density)$/,
  ],
  ['reason', /^(?:reasons?|causes?|grounds?|motives?|motivations?|purposes?)$/],
  ['definition', /^(?:meanings?|definitions?)$/],
  ['manner', /^(?:way|means|manner|method)$/],
  [
    'person',
    /^(?:person|man|woman|president|minister|premier|leader|professor|researcher|chairman|chairwoman|chair|author|official|expert|politician|king|queen|emperor|scientist|economist|executive|historian|writer|artist|singer|actor|actress|director|general|governor|mayor|ruler|founder|inventor|composer|player|philosopher|ambassador|teacher|senator|architect)$/,
  ],
  [
    'place',
    /^(?:country|countries|city|cities|place|location|town|village|region|state|province|nation|river|island|continent|capital|district|county|neighbou?rhood)$/,
  ],
  [
    'name',
    /^(?:company|firm|organi[sz]ation|agency|institute|institution|group|party|treaty|agreement|pact|act|summit|newspaper|association|forum|movement|team|university|school|college|league|club|band|court|church|bank|language|name|title|nickname|award|airline|magazine|publication)$/,
  ],
];

/** What a noun, with the words before it, tells of the answer. @param direct Whether it stands right after "which" or "what": a plural then asks for a list. */
export function typeOfNoun(noun: string, direct: boolean): AnswerType {
  const words = noun.split(' ').filter((word) => word !== '');
  const last = words.at(-1) ?? '';
  for (const [type, pattern] of NOUNS) {
    if (pattern.test(last)) return isPlural(last) && isManyOf(type) ? 'list' : type;
  }
  for (const [type, pattern] of NOUNS) {
    const found = words.find((word) => pattern.test(word));
    if (found !== undefined) return isPlural(found) && isManyOf(type) ? 'list' : type;
  }
  if (/^(?:two|three|four|five|six|seven|eight)$/.test(words[0] ?? '')) return 'list';
  return direct && words.some(isPlural) ? 'list' : 'open';
}

function isManyOf(type: AnswerType): boolean {
  return type === 'person' || type === 'place' || type === 'name';
}

function isPlural(word: string): boolean {
  return /[^su'i]s$/.test(word) && !/^(?:news|series|species|always|perhaps)$/.test(word);
}

/** The words up to the first that ends a noun, at most four; a verb in the third person is left out. */
export function nounAt(text: string): string {
  const words: string[] = [];
  for (const word of text.split(/[\s?!.,;:"()]+/)) {
    if (word === '' || ENDS_NOUN.test(word.replace(/'(?:s|t)$/, '')) || words.length === 4) break;
    words.push(word);
  }
  return words.join(' ');
}
