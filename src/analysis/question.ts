import { findNames } from './names.js';
import type { QuantityKind } from './quantities.js';
import { findQuantities } from './quantities.js';
import { terms } from './terms.js';

/** What kind of thing answers a question. `open` where the wording does not tell. */
export type AnswerType =
  | QuantityKind
  | 'amount'
  | 'person'
  | 'place'
  | 'name'
  | 'list'
  | 'yesNo'
  | 'reason'
  | 'definition'
  | 'manner'
  | 'open';

/** A question taken apart once, for all that read it. */
export interface AnalysedQuestion {
  readonly text: string;
  /** Distinct terms that say what it is about, without the words that only say which kind of answer is wanted. */
  readonly terms: readonly string[];
  /** Adjacent pairs of terms, joined by a blank. */
  readonly bigrams: ReadonlySet<string>;
  readonly type: AnswerType;
  /** Years it names, as written. */
  readonly years: readonly string[];
  /** Other figures it names, as `terms` writes them. */
  readonly numbers: readonly string[];
  /** Proper names it holds, each as its terms. */
  readonly names: readonly (readonly string[])[];
}

/** First match decides. */
const TYPES: readonly (readonly [AnswerType, RegExp])[] = [
  [
    'reason',
    /\bwhy\b|\b(?:what|which)\b.{0,20}\b(?:reasons?|causes?|caused|made .* necessary)\b|\bhow come\b|\bwhat led\b|\bwhat drove\b/,
  ],
  [
    'multiple',
    /\bhow many times\b|\b(?:by|what) (?:what )?(?:factor|multiple)\b|\b\w+-?fold\b|\btimes (?:larger|bigger|more)\b/,
  ],
  [
    'percent',
    /\bpercent|\bper cent\b|%|\b(?:what|which|how (?:large|big|high|much) (?:a |was the |is the |of a )?)\s?(?:is |was |were )?(?:the )?(?:\w+ ){0,3}(?:share|proportion|fraction|portion|rate)\b/,
  ],
  [
    'duration',
    /\bhow long\b|\bhow old\b|\bhow many (?:years|months|weeks|days|hours|minutes|decades)\b/,
  ],
  [
    'date',
    /\bwhen\b|\b(?:what|which|in what|in which) (?:\w+ )?(?:year|month|date|day|decade|century)\b|\bsince when\b/,
  ],
  ['ordinal', /\b(?:rank|ranks|ranked|ranking)\b|\bwhat (?:place|position)\b/],
  ['count', /\bhow many\b|\bwhat (?:is|was) the (?:number|population|headcount)\b|\bnumber of\b/],
  [
    'money',
    /\bhow much (?:money|did .* (?:cost|pay|spend|invest|receive))\b|\bhow (?:expensive|costly)\b|\bwhat (?:is|was|were) the (?:price|cost|gdp|budget|revenue|salary|value|fee)\b|\bhow (?:many|much) (?:dollars|euros|yen|won)\b/,
  ],
  [
    'amount',
    /\bhow (?:much|large|big|high|great|far|fast|tall|deep|heavy|wide)\b|\bwhat (?:is|was) the (?:size|volume|amount|total|level|extent|length|height|weight|distance|speed|temperature)\b/,
  ],
  [
    'definition',
    /\bwhat (?:does|do|did) .+ (?:mean|stand for|refer to)\b|\bdefin(?:e|ition)\b|\bmeaning of\b|\bwhat is meant\b|^what(?: is|'s) (?:a|an) \w+\??$/,
  ],
  [
    'person',
    /\bwho(?:m|se)?\b|\b(?:which|what) (?:person|president|minister|leader|professor|researcher|chairman|author|official|expert|politician|king|queen|scientist|economist|executive)\b/,
  ],
  [
    'place',
    /\bwhere\b|\b(?:which|what) (?:\w+ )?(?:country|countries|city|place|location|town|region|state|nation|river|island|continent|capital)\b/,
  ],
  [
    'list',
    /\b(?:which|what) (?:(?:two|three|four|five|six|seven|eight|\w+ )?(?:\w+ ){0,2})(?:areas|sectors|fields|industries|goods|products|items|challenges|problems|crises|companies|measures|ways|steps|principles|directions|factors|topics|issues|examples|kinds|types|reasons|benefits|parts|things|projects|requests|strengths)\b|\b(?:which|what) (?:\w+ ){0,2}\w+[^s\W]s (?:are|were|do|did|have|can|should|could|will|would|make|made)\b|\blist\b|\bname (?:the|some|two|three|four|five)\b|\bwhat are\b/,
  ],
  [
    'name',
    /\b(?:which|what) (?:\w+ )?(?:company|organi[sz]ation|agency|institute|institution|group|party|treaty|agreement|law|act|event|summit|newspaper|association|forum|plan|policy|movement|report|survey|book|team|university|school)\b|\bwhat (?:is|was) .* (?:called|named)\b|\bwhat name\b/,
  ],
  ['manner', /\bhow\b/],
  [
    'yesNo',
    /^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might)\b/,
  ],
];

/** Words that ask rather than tell. */
const ASKING = new Set(
  terms(
    'many much percentage percent share year date kind type number tell say said according article source please know explain describe mean called give name list exactly',
  ),
);

/** Takes a question apart. */
export function analyseQuestion(text: string): AnalysedQuestion {
  const lower = text.normalize('NFKC').toLowerCase().replace(/[’]/g, "'").trim();
  const all = terms(text);
  const telling = all.filter((term) => !ASKING.has(term));
  const kept = telling.length > 0 ? telling : all;
  const years = findQuantities(text).flatMap(({ kind, value }) =>
    kind === 'date' && value !== null ? [String(value)] : [],
  );
  return {
    text,
    terms: [...new Set(kept)],
    bigrams: new Set(kept.slice(1).map((term, place) => `${kept[place]} ${term}`)),
    type: TYPES.find(([, pattern]) => pattern.test(lower))?.[0] ?? 'open',
    years,
    numbers: [...new Set(kept.filter((term) => /^\d/.test(term) && !years.includes(term)))],
    names: findNames(text)
      .map((name) => terms(name.text))
      .filter((name) => name.length > 0),
  };
}
