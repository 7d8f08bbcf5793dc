/** Characters a sentence may have at most. */
const LONGEST = 600;
/** Letters without a break; longer runs are codes or addresses rather than words. */
const LONGEST_WORD = 40;
const SHORTEST_CODE = 20;

/** Signs of good typography that compatibility would fold. */
const TYPOGRAPHIC = /[…™\u00a0\u2009\u202f]/gu;

/** What has no place in a sentence, each with what is told of it. */
const FORBIDDEN: readonly (readonly [RegExp, string])[] = [
  [/[\p{Cc}\p{Zl}\p{Zp}]/u, 'it holds control characters or line breaks'],
  [/[\p{Cf}\p{Co}\p{Cs}\p{Cn}]/u, 'it holds invisible or undefined characters'],
  [
    /\u034f|[\u115f\u1160\u17b4\u17b5\u3164\uffa0]|[\u180b-\u180f]|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/u,
    'it holds invisible or undefined characters',
  ],
  [/[<>`{}|\\~]|&(?:#\w+|\w+);/u, 'it holds markup or code'],
  [/\*\S|\S\*|__|^#|^\s*(?:[-+•]|\d+[.)])\s/u, 'it holds Markdown'],
  [/[[\]【】]/u, 'it holds brackets that could be taken for a link or a reference'],
  [
    /:\s?\/\/|\b(?:javascript|data|vbscript|file|blob|mailto|tel|https?|hxxps?|ftp|ws?s)\s?:|\bwww\./iu,
    'it holds a link',
  ],
  [/@[\p{L}\d-]+\.\p{L}/u, 'it holds an address'],
  [
    /(?:^|[\s("'])(?:[\p{L}\d-]+\.)+(?:com|org|net|io|ai|co|dev|app|info|biz|xyz|top|site|online|link|ly|gg|me|ru|cn|test|example|invalid|evil|onion)\b/iu,
    'it holds a link',
  ],
  [/\b\d{1,3}(?:\.\d{1,3}){3}\b/u, 'it holds a network address'],
];
const WORD = /[\p{L}\p{M}]+/gu;
/** Scripts whose letters are mistaken for each other. */
const LOOK_ALIKE = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
];

/** What keeps a text from being shown as plain words of a sentence; empty where nothing does. */
export function unfitForShowing(text: string): string[] {
  if (text.trim() === '') return ['it is empty'];
  if (text.length > LONGEST) return [`it is longer than ${LONGEST} characters`];
  const found = FORBIDDEN.filter(([pattern]) => pattern.test(text)).map(([, told]) => told);
  const usual = text.normalize('NFC').replace(TYPOGRAPHIC, '');
  if (usual.normalize('NFKC') !== usual || hasMixedWord(text))
    found.push('it holds letters that look like others');
  const words = text.split(/\s/u);
  if (words.some((word) => word.length > LONGEST_WORD || isCoded(word)))
    found.push('it holds something encoded or too long for a word');
  return [...new Set(found)];
}

/** Letters and digits mixed over a length that no name of a thing has. */
function isCoded(word: string): boolean {
  const bare = word.replace(/[.,;:!?)”"]+$/u, '');
  return bare.length >= SHORTEST_CODE && /\d/u.test(bare) && /^[A-Za-z\d+/=_-]+$/u.test(bare);
}

/** Whether a word mixes letters of scripts that look alike. */
export function hasMixedWord(text: string): boolean {
  return [...text.matchAll(WORD)].some(
    ([word]) => LOOK_ALIKE.filter((script) => script.test(word)).length > 1,
  );
}
