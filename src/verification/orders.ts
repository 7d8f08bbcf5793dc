import { unmasked } from './unmasked.js';

/** What texts say that speak to a machine instead of telling something, in letters without disguise, lower case. */
const ORDERS: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget|override|bypass|overrule|discard|drop)\s(?:\w+\s){0,4}(?:instructions?|rules?|prompts?|guidelines?|directions?|constraints?|context|orders|told|above|policies|policy)\b/u,
  /\b(?:system|developer|hidden|initial|original|secret)\s?(?:prompts?|messages?|instructions?)\b/u,
  /(?:^|[\n.!?>\]}"'\s])(?:system|assistant|user|developer|tool|human|ai)\s?:/u,
  /<\|?\s?\/?(?:im_start|im_end|system|assistant|user|endoftext|tool|inst|sys|s)\b|\[\/?(?:inst|sys|system|tool)|<<\s?sys|###\s?(?:instruction|system|response|end)|\bend of (?:the )?(?:document|quotes?|context|sources|prompt|input)\b/u,
  /\b(?:you|u) (?:are|must|should|will|shall|have to|need to|can|may)(?: \w+){0,4} (?:now|assistants?|model|chatbot|ai|answer|reply|respond|say|output|cite|print|reveal|write|include|ignore|obey|act|pretend|tell|state|claim|translate|append|add)\b/u,
  /(?:^|[.!?:;"'“‘(\n-]\s?|\b(?:please|then|now|instead|and|always|just|only|must)\s)(?:answer|reply|respond|say|output|print|repeat|reveal|cite|state|write|include|append|insert|render|pretend|act|translate|tell the|inform the|claim|assert|conclude|report|decode|execute|call|fetch|load|click|visit|obey|follow)\s(?:\w+\s){0,3}(?:that|with|the|this|these|only|as|your|quote|number|link|image|users?|reader|following|here|exactly|yes|no|["'“‘:])/u,
  /\b(?:jailbreak|dan mode|developer mode|do anything now|prompt injection|as an ai(?: language)? model)\b/u,
  /\b(?:tool|function)[_\s](?:results?|calls?|outputs?|response)\b|"(?:sentences?|cites?|citations?|role|content|tool_calls?|text)"\s?:/u,
  /\b(?:new|updated|real|true|important|urgent)\s(?:instructions?|rules?|orders?|system)\b/u,
  /\bcit(?:e|ing)\s(?:(?:it|this|as|quote|source|number)\s){0,3}[[("“]?\d/u,
  /\b(?:note|message|instructions?|attention|reminder) (?:to|for) (?:the )?(?:ai|assistants?|models?|bots?|machines?|readers? of this|summari[sz]ers?|language)\b/u,
  /이전\s?(?:의\s?)?(?:모든\s?)?(?:지시|명령|지침)|(?:지시|명령|지침)(?:사항)?(?:을|를)?\s?(?:모두\s?)?무시|시스템\s?프롬프트/u,
  /(?:以前|前|これまで|上記)の(?:すべての)?(?:指示|命令|ルール)|指示を(?:すべて)?無視|システム\s?プロンプト/u,
  /(?:忽略|无视|無視)(?:之前|以上|先前|所有|前面)|系统提示|系統提示/u,
  /تجاهل\s|التعليمات\sالسابقة|موجه\sالنظام/u,
  /игнорируй|забудь\s(?:все\s)?(?:предыдущ|инструкц)|предыдущие\sинструкции|системн\p{L}+\sпромпт/u,
  /\b(?:ignora|olvida|ignorez|oublie[zr]?|ignoriere|vergiss|ignore[zr]?|ignorar|dimentica|negeer)\s(?:\p{L}+\s){0,4}(?:instruc\p{L}+|anweisung\p{L}*|istruzioni|consignes?|r[eè]gles|regeln|reglas|instructies|indicaciones)/u,
];
/** A run that is more likely coded than written. */
const CODED = /[a-z0-9+/]{32,}={0,2}|(?:[0-9a-f]{2}\s){12,}|(?:[01]{8}\s?){6,}/u;

/**
 * Whether a text speaks to the machine that reads it: tells it to ignore, to say or to cite something, plays another
 * turn of a conversation, or hides what it says. Such a text is evidence of nothing. Errs towards yes.
 */
export function givesOrders(text: string): boolean {
  const { plain, isDisguised } = unmasked(text);
  return isDisguised || CODED.test(plain) || ORDERS.some((order) => order.test(plain));
}
