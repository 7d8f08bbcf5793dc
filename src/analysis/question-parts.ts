const ASKING = '(?:who|whom|whose|what|which|when|where|why|how)';
const AUXILIARY =
  '(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|must)';
/** A clause that asks by itself: "what do they sell", "in which year", "how many came", "who built it". */
const ASKS = String.raw`(?:(?:in|on|at|by|to|from|for|of|with|under|since|until)\s)?${ASKING}\b`;
const OPENS_PART = new RegExp(
  String.raw`(?:[?.!]\s+(?:and\s|also,?\s|or\s)?|;\s+(?:and\s)?|,\s+(?:and|or|but)\s+(?:also\s)?|\s+and\s+(?:also\s)?)(?=${ASKS}\s+\S+\s+\S)`,
  'giu',
);
/** A clause that asks as the object of a verb: "know when it began and how it ended" is one question. */
const EMBEDDED = new RegExp(
  String.raw`\b(?:know|tell|say|says|said|explain|explains|understand|decided?|wonder|shows?|see|depends? on)\s(?:\p{Ll}+\s)?${ASKING}\b`,
  'iu',
);
const PAIR = new RegExp(`^(${ASKING}) and (${ASKING})\\s+(.+)$`, 'iu');
const TRAILING = /^(.+\S),?\s+and\s+(when|where|why|by whom|how)\s*\?*$/iu;
/** "How could ventures, and how could firms, go abroad?": two subjects of one predicate. */
const SHARED = new RegExp(
  `^(${ASKING} ${AUXILIARY}) ([^,]+),? and (${ASKING} ${AUXILIARY}) ([^,]+), (.+)$`,
  'iu',
);
const MOST_PARTS = 3;
const LEAST_WORDS = 3;

/**
 * The questions a question is made of, in order, each a question of its own: "How many came, and where did they stay?"
 * gives two, "When and where was she born?" too. A question that asks once is given back as it is; at most three parts.
 */
export function partsOf(question: string): string[] {
  const text = question.trim();
  if (EMBEDDED.test(text)) return [question];
  const pair = PAIR.exec(text);
  if (pair !== null && !new RegExp(`\\band ${ASKING}\\b`, 'iu').test(pair[3] ?? ''))
    return [`${pair[1]} ${pair[3]}`, `${capital(pair[2] ?? '')} ${pair[3]}`];
  const shared = SHARED.exec(text);
  if (shared !== null) {
    const [, one, first = '', other, second = '', rest = ''] = shared;
    return [asQuestion(`${one} ${first} ${rest}`), asQuestion(`${other} ${second} ${rest}`)];
  }
  const trailing = TRAILING.exec(text);
  if (trailing !== null && startsAsQuestion(trailing[1] ?? ''))
    return withAsking(trailing[1] ?? '', trailing[2] ?? '');
  const cuts = [...text.matchAll(OPENS_PART)];
  const parts: string[] = [];
  let from = 0;
  for (const { 0: joint, index } of cuts.slice(0, MOST_PARTS - 1)) {
    parts.push(text.slice(from, index));
    from = index + joint.length;
  }
  parts.push(text.slice(from));
  const first = parts[0] ?? '';
  const areQuestions =
    startsAsQuestion(first) && parts.every((part) => part.split(/\s+/u).length >= LEAST_WORDS);
  if (parts.length === 1 || !areQuestions) return [question];
  return parts.map((part) => asQuestion(resolved(part, first)));
}

function startsAsQuestion(text: string): boolean {
  return new RegExp(`(?:^|\\s|,)${ASKING}\\b|^${AUXILIARY}\\b`, 'iu').test(text);
}

/** "Who built the mill and when?": the second asks the same of another thing. */
function withAsking(first: string, asking: string): string[] {
  const rest = first.replace(new RegExp(`^${ASKING}\\s+`, 'iu'), '');
  const ofSubject = new RegExp(`^${AUXILIARY}\\b`, 'iu').test(rest);
  return [asQuestion(first), asQuestion(ofSubject ? `${asking} ${rest}` : `${asking}: ${rest}`)];
}

/** "which ones" with the thing that the first part asks which of. */
function resolved(part: string, first: string): string {
  const noun = /\bwhich\s+(\p{L}+)/iu.exec(first)?.[1];
  return noun === undefined || new RegExp(`^${AUXILIARY}$`, 'iu').test(noun)
    ? part
    : part.replace(/\bwhich ones?\b/iu, `which ${noun}`);
}

function asQuestion(part: string): string {
  return `${capital(part.trim()).replace(/[\s?.!,;]+$/u, '')}?`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
