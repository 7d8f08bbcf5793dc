import type { AnswerType } from './answer-type.js';
import { askedElsewhere } from './asked-elsewhere.js';
import { nounAt, typeOfNoun } from './asked-noun.js';

/** What the wording of a question asks for. */
export interface Asked {
  readonly type: AnswerType;
  /** The words that name what is asked for ("companies" in "how many companies"), lower case; empty where none do. */
  readonly focus: string;
}

const MOVES =
  /^what (?:(?:has|have|had|is|was) )?(?:motivat|prompt|drove|driv|led|made|mak|caus|explain|push|induc|persuad|brought about|gave rise|triggered|lies behind|is behind|was behind)\w*/;
const ASKS_REASON = /^(?:why|how come)\b|\bfor what (?:reason|purpose)\b|\bon what grounds\b/;
const ASKS_MEANING =
  /\bwhat (?:does|do|did) .+ (?:mean|stand for|refer to|signify)\b|\b(?:meaning|definition) of\b|\bwhat is (?:meant|understood) by\b|\bwhat (?:is|are) .+ short for\b|^defin(?:e|ition)\b|^what(?:'s| is) (?:a|an) [\w-]+\??$/;
const PERCENT_WORDS = /\bpercent|\bper cent\b|%|\bpct\b/;
const SHARE_WORDS =
  /^how (?:big|large|high|great|small|much) (?:is |was |were )?(?:of )?(?:a |the )?(?:\w+ )?(?:share|slice|part|proportion|fraction|portion|percentage)\b|^(?:what|which) (?:part|fraction|share|proportion|portion) of\b|^what .{0,30}\bmake up\b/;
const MONEY_WORDS =
  /\b(?:cost|costs|pay|pays|paid|spend|spends|spent|invest|invested|earn|earns|earned|charge|charged|dollars?|euros?|pounds|yen|money|price|fee|salary|budget)\b/;
const SIZE =
  /^how (?:much|large|big|high|great|far|fast|tall|deep|heavy|wide|small|low|thick|hot|cold|close|near|loud|strong|dependent|severe)\b/;
const UNITS_OF_TIME = /^(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|decades?)\b/;
const YES_NO =
  /^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might)\b/;
const AUXILIARY =
  /^\S+ (?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|'s|much|many|long|big|large|far|old)\b/;
/** "When does a ship count as large?" asks for a condition, not for a day. */
const ASKS_CONDITION =
  /^when (?:do|does|is|are|can|must|should|may|might) (?:an?|one|you|i|we|somebody|someone|people)\b/;
/** "Which place is it among the exporters?", "How high up the list …": a rank rather than somewhere on a map. */
const ASKS_RANK =
  /^(?:what|which) (?:place|spot|position)\b.*\b(?:among|amongst|in the (?:list|ranking|table|league|race))\b|^how (?:high|low|far)\b.*\b(?:list|rank\w*|table|league)\b/;
/** "How many times bigger": compared, whatever the word between is spelled like. */
const ASKS_MULTIPLE = /^how ma?n+[yi] \S+ (?:bigger|larger|greater|higher|more than|smaller)\b/;
/** What is measured in money when it is asked how large it is. */
const MEASURED_IN_MONEY = /^(?:\w+ ){0,2}(?:economy|investments?|aid|loans?|debts?|gdp)\b/;
/** "What happens to …": a verb in the third person, not a plural. */
const VERB_AFTER_WHAT = /^what \w+s (?:the|a|an|its|their|when|if|to|after|it|them|people)\b/;
const INTERROGATIVE = /\b(?:who|whom|whose|what|which|when|where|why|how)\b/g;

/** What a question asks for. `question` in lower case, with straight apostrophes. */
export function askedBy(question: string): Asked {
  const clause = mainClause(question);
  if (clause === null) return withoutInterrogative(question);
  const typed = (type: AnswerType, focus = ''): Asked => ({ type, focus });
  if (ASKS_MEANING.test(question)) return typed('definition');
  if (ASKS_REASON.test(clause) || ASKS_REASON.test(question) || MOVES.test(clause))
    return typed('reason');
  if (SHARE_WORDS.test(clause)) return typed('percent');
  if (ASKS_RANK.test(clause)) return typed('ordinal');
  if (ASKS_MULTIPLE.test(clause)) return typed('multiple', 'times');
  if (clause.startsWith('how')) return askedByHow(clause, question);
  if (ASKS_CONDITION.test(clause)) return typed('open');
  if (/^when\b/.test(clause)) return typed('date');
  if (/^who/.test(clause)) return typed('person');
  if (/^where\b/.test(clause))
    return typed(/\b(?:rank|ranks|ranked|stand|place[ds]?)\b/.test(clause) ? 'ordinal' : 'place');
  const named = askedByNoun(clause);
  if (PERCENT_WORDS.test(question) && (named.type === 'open' || named.type === 'amount'))
    return typed('percent');
  if (named.type === 'open' && named.focus === '' && MONEY_WORDS.test(clause))
    return typed('money');
  return named;
}

/** The question from its main interrogative on; a clause before it ("when the war ended, who …") is passed over. */
function mainClause(question: string): string | null {
  let first: string | null = null;
  for (const { index } of question.matchAll(INTERROGATIVE)) {
    const clause = question.slice(index);
    first ??= clause;
    const opens =
      index === 0 ||
      /[,?!.:;] $|\b(?:in|on|at|by|to|from|for|of|with|and|about) $/.test(question.slice(0, index));
    if (opens && (AUXILIARY.test(clause) || !/^(?:when|where|how)\b/.test(clause))) return clause;
  }
  return first;
}

function askedByHow(clause: string, question: string): Asked {
  const many = /^how (?:ma?n+[yi]|much) (.+)/
    .exec(clause)?.[1]
    ?.replace(/^(?:hundred|thousand|million|billion|trillion)s? (?:of )?/, '');
  if (/^how ma?n+[yi]\b/.test(clause)) {
    if (/\btimes\b/.test(clause) && /^how many times\b/.test(clause))
      return { type: 'multiple', focus: 'times' };
    const focus = nounAt(many ?? '');
    if (UNITS_OF_TIME.test(focus)) return { type: 'duration', focus };
    if (/^(?:dollars|euros|pounds|yen|won|yuan|francs|rupees)\b/.test(focus))
      return { type: 'money', focus: '' };
    if (PERCENT_WORDS.test(focus)) return { type: 'percent', focus: '' };
    return { type: 'count', focus };
  }
  if (/^how (?:long|old)\b/.test(clause)) return { type: 'duration', focus: '' };
  if (/^how (?:expensive|costly)\b/.test(clause)) return { type: 'money', focus: '' };
  if (PERCENT_WORDS.test(question)) return { type: 'percent', focus: '' };
  if (!SIZE.test(clause)) return { type: 'manner', focus: '' };
  if (/^how much\b/.test(clause) && MONEY_WORDS.test(clause)) return { type: 'money', focus: '' };
  const subject = /^how \w+ (?:is|was|are|were) (?:the |its |their )?(.+)/.exec(clause)?.[1];
  const measured = nounAt(subject ?? '');
  const known = MEASURED_IN_MONEY.test(measured) ? 'money' : typeOfNoun(measured, false);
  if (known === 'money' || known === 'percent' || known === 'count')
    return { type: known, focus: '' };
  const focus = /^how much\b/.test(clause) ? nounAt(many ?? '') : '';
  return { type: 'amount', focus };
}

/** Reads the noun after "which" or "what", or after "what is the". */
function askedByNoun(clause: string): Asked {
  const kind = /^(?:what|which) (?:kinds?|types?|sorts?|forms?) of (.+)/.exec(clause)?.[1];
  if (kind !== undefined) return { type: 'open', focus: nounAt(kind) };
  const direct = VERB_AFTER_WHAT.test(clause)
    ? ''
    : nounAt(clause.replace(/^(?:what|which)(?:'s)?(?: of the| one of the)?\s*/, ''));
  const predicate = /^what(?:'s| is| was| were| are|'re) (?:the |its |their |his |her )?(.+)/.exec(
    clause,
  )?.[1];
  const named = /^(?:full )?names? of (?:the |a |an )?(.+)/.exec(predicate ?? '')?.[1];
  const noun = direct !== '' ? direct : nounAt(named ?? predicate ?? '');
  const type = typeOfNoun(noun, direct !== '');
  if (direct !== '') return { type, focus: type === 'list' ? '' : noun };
  if (predicate === undefined) return { type: 'open', focus: '' };
  if (/^what (?:are|were)\b/.test(clause) && type === 'open') return { type: 'list', focus: '' };
  if (/\b(?:called|named)\??$/.test(clause)) return { type: 'name', focus: '' };
  return {
    type: named !== undefined && type === 'open' ? 'name' : type === 'list' ? 'open' : type,
    focus: '',
  };
}

const NAMES_LIST = /^(?:please )?(?:list|name|give|enumerate|mention|tell me)\b/;

function withoutInterrogative(question: string): Asked {
  const plain = (type: AnswerType): Asked => ({ type, focus: '' });
  const elsewhere = askedElsewhere(question);
  if (elsewhere !== null) return plain(elsewhere);
  if (ASKS_MEANING.test(question) || /\b(?:meaning|definition)\b/.test(question))
    return plain('definition');
  if (PERCENT_WORDS.test(question)) return plain('percent');
  if (YES_NO.test(question)) return plain('yesNo');
  if (NAMES_LIST.test(question)) {
    const rest = question
      .replace(NAMES_LIST, '')
      .replace(/^ (?:me |us )?(?:all |some )?(?:the |of the )?/, '');
    const type = typeOfNoun(nounAt(rest), true);
    return plain(type === 'open' && question.startsWith('list') ? 'list' : type);
  }
  if (/\b(?:dollars|euros|yen|price|cost|fee|gdp|salary|budget)\b/.test(question))
    return plain('money');
  if (/\b(?:percentage|share|proportion)\b/.test(question)) return plain('percent');
  if (/\b(?:date|year)\b/.test(question)) return plain('date');
  if (/\b(?:volume|total|amount|size)\b/.test(question)) return plain('amount');
  if (/\breasons?\b/.test(question)) return plain('reason');
  return plain('open');
}
