/** What an answerer calls what it reads. */
const SOURCE =
  '(?:sources?|documents?|docs|context|texts?|passages?|articles?|corpus|materials?|files?|excerpts?|snippets?|knowledge base|search results?|references?|information (?:provided|given|available))';
const FIND = '(?:answer|find|locate|determine|tell|help|provide|say|see|give|confirm)';
const SAY =
  '(?:say|mention|contain|provide|include|specify|state|answer|discuss|cover|address|give|tell|indicate|describe|have|hold|offer)';

const english = (pattern: string) => new RegExp(pattern, 'i');

/** How services that answer in plain text say that they have no answer, by language; docs/evaluation.md tells people so. */
export const REFUSALS: Readonly<Record<string, readonly RegExp[]>> = {
  en: [
    english(`\\b(?:I|we) (?:do not|don't|did not|didn't) (?:know|have)\\b`),
    english(
      `\\b(?:I|we)(?: am|'m| are|'re)? (?:do not|don't|did not|didn't|could not|couldn't|cannot|can't|can not) (?:\\w+ )?${FIND}\\b`,
    ),
    english(`\\b(?:unable|not able) to (?:\\w+ )?${FIND}\\b`),
    english(`\\b(?:cannot|can not|can't|could not|couldn't) be (?:answered|found|determined)\\b`),
    english(`\\b(?:no|not enough|insufficient) (?:\\w+ ){0,2}(?:information|answer|mention)\\b`),
    english(
      `\\b(?:no|not enough|insufficient) (?:\\w+ ){0,2}(?:evidence|data|details?|documents?|passages?|results?)\\b.* ${SOURCE}\\b`,
    ),
    english(`\\b${SOURCE} (?:\\w+ ){0,2}(?:do|does|did)(?: not|n't) (?:\\w+ )?${SAY}\\b`),
    english(
      `\\b(?:is|was|are|were)(?: not|n't) (?:\\w+ )?(?:mentioned|specified|stated|provided|given|included|covered|discussed|available|addressed|found|answered)\\b.*\\b(?:in|by|within|from) (?:\\w+ ){0,3}${SOURCE}\\b`,
    ),
    english(
      '\\b(?:outside|beyond) (?:of )?(?:my|the|our) (?:scope|knowledge|documents|sources)\\b',
    ),
    english(
      `\\b(?:I|we)(?: am|'m| are|'re) (?:not (?:sure|certain|aware|familiar|in a position)|unsure|unaware|afraid (?:that )?(?:I|we|that))\\b`,
    ),
    english('\\b(?:I|we) (?:have|had) (?:no|not seen any|nothing)\\b'),
    english(
      `\\b(?:I|we) (?:lack|would need|need) (?:\\w+ ){0,3}(?:information|context|details?|data)\\b`,
    ),
    english(
      `\\b(?:is|was)(?: not|n't) (?:something|a question|a topic|information) (?:that )?(?:I|we)\\b`,
    ),
    english(`\\b(?:is|was|it's)(?: not|n't)? (?:im)?possible to (?:\\w+ )?${FIND}\\b`),
    english(
      `\\b(?:nothing|no (?:\\w+ ){0,2}(?:record|trace|indication|reference|discussion|passage|text))\\b.* (?:in|by|within|from) (?:\\w+ ){0,3}${SOURCE}\\b`,
    ),
    english(
      `\\b${SOURCE} (?:\\w+ ){0,2}(?:lacks?|omits?|fails? to|is silent|are silent|remains? silent|makes? no|gives? no|contains? no|provides? no|has no|have no|says? nothing|holds? nothing)\\b`,
    ),
    english(`\\b(?:is|remains) (?:unclear|unknown|unspecified|unstated)\\b.*\\b${SOURCE}\\b`),
    english(
      `\\b(?:do|does|did)(?: not|n't) (?:appear|seem|occur|figure) (?:to be )?(?:\\w+ ){0,2}(?:in|within) (?:\\w+ ){0,3}${SOURCE}\\b`,
    ),
    english(
      `\\b(?:sorry|unfortunately|apologi[sz]e|regret)\\b.*\\b(?:no|not|n't|cannot|unable)\\b`,
    ),
    english(
      '^(?:unknown|unanswerable|not answerable|no answer|n/a|none|not found|no results?|not (?:stated|mentioned|specified))[.!]?$',
    ),
  ],
  ko: [
    /(?:알|찾을|답할|답변할|확인할|말씀드릴|제공할) ?수(?:가)? ?없/,
    /(?:모르겠|모릅니다|몰라요)/,
    /(?:정보|내용|언급|근거|자료|답변)(?:이|가|은|는|도)? ?(?:없|부족)/,
    /(?:나와|언급되어|언급돼|포함되어|명시되어|기재되어) ?있지 ?않/,
  ],
  ja: [
    /(?:わかり|分かり|判り)(?:ません|かねます)/,
    /(?:見つかり|見つけられ|答えられ|お答えでき|回答でき|確認でき)(?:ません|ない)/,
    /(?:記載|情報|言及|記述|根拠|回答)(?:が|は|も)(?:あり|ござい)ません/,
    /(?:記載|言及|記述)されて(?:い)?(?:ません|ない)/,
  ],
  zh: [
    /(?:无法|無法|不能)(?:回答|确定|確定|找到|提供)/,
    /(?:没有|沒有|未)(?:找到|提到|提及|提供|相关|相關|足够|足夠|说明|說明)/,
    /不知道/,
  ],
  de: [
    /\b(?:weiß|finde|kann) (?:ich|wir) (?:\w+ ){0,4}(?:nicht|keine)\b/i,
    /\b(?:ich|wir) (?:weiß|wissen|finde|kann|können|konnte) (?:\w+ ){0,4}(?:nicht|keine)\b/i,
    /\bkeine (?:\w+ )?(?:Informationen?|Angaben?|Antwort|Hinweise)\b/i,
  ],
  fr: [
    /\bje ne (?:sais|peux|trouve)\b/i,
    /\baucune (?:information|réponse|mention)\b/i,
    /\bne (?:mentionnent?|contiennent|contient|précisent?|disent|dit) pas\b/i,
  ],
  es: [
    /\bno (?:lo )?(?:sé|sabemos|puedo|encuentro|encontré|se menciona|mencionan?|contienen?|hay (?:\w+ )?(?:información|respuesta|datos))/i,
  ],
};
