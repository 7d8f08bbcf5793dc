import { rankDistance, ranksIn } from '../analysis/ranks.js';
import type { Statement } from './statement.js';

/** Words that say of how many something holds; those of one group mean about the same. */
const GROUPS: readonly RegExp[] = [
  /\b(?:only|solely|merely|exclusively|sole|nothing but|none but|alone)\b/iu,
  /\b(?:all|every|everyone|everything|each|always|entire(?:ly)?|whole|complete(?:ly)?|fully|total(?:ly)?|everywhere)\b/iu,
  /\b(?:never|none|nobody|no one|nothing|nowhere)\b/iu,
  /\b(?:first|earliest|original(?:ly)?|initial(?:ly)?|pioneer\p{L}*|debut|long-awaited)\b/iu,
  /\b(?:last|final(?:ly)?|latest)\b/iu,
  /\b(?:most|majority|mainly|mostly|largely|primarily|predominantly|main|major)\b/iu,
  /\b(?:best|leading|foremost|unrivalled|unprecedented|unique|record)\b/iu,
  /\b(?:permanent(?:ly)?|forever|irrevocabl[ey]|guarantee[sd]?|certain(?:ly)?|definite(?:ly)?|undoubtedly|prove[sdn]?|inevitabl[ey])\b/iu,
  /\b(?:both)\b/iu,
  /\b(?:immediately|instantly|suddenly|overnight|at once)\b/iu,
];
/** What takes "all" back. */
const NEARLY =
  /\b(?:almost|nearly|not|hardly|virtually|practically|some|part of|many of|most of)\s(?:all|every|each|the whole|the entire)\b/iu;
/** Words for a part of many that must not become all of them. */
const PARTIAL =
  /\b(?:some|several|various|certain|a few|many|most|large sections? of|part of|half of|a number of|partly|partially|sometimes|often|usually|generally)\b/iu;
/** Words for a part that a sentence keeps. */
const KEPT =
  /\b(?:some|several|various|certain|few|many|most|sections?|parts?|half|number of|partly|partially|sometimes|often|usually|generally|mainly|mostly|majority)\b/iu;

/** Words of scope that a sentence adds to its quotes ("only", "all", "first", "largest"), or takes from them ("nearly all", "some"). */
export function scopeFailures(claim: Statement, pieces: readonly Statement[]): string[] {
  const failures = GROUPS.flatMap((group) => {
    const written = group.exec(claim.text)?.[0];
    return written === undefined || pieces.some(({ text }) => group.test(text))
      ? []
      : [`“${written.toLowerCase()}” is not borne out by the quotes`];
  });
  const ranks = ranksIn(claim.text)
    .filter((rank) => !pieces.some(({ text }) => rankDistance(rank, ranksIn(text)) === 0))
    .map(({ by, place }) => `the quotes do not bear out that it is ${by ?? `number ${place}`}`);
  return [...failures, ...ranks, ...partsTakenForAll(claim, pieces)];
}

function partsTakenForAll({ text }: Statement, pieces: readonly Statement[]): string[] {
  const isAll = /\b(?:all|every|each|entire(?:ly)?|whole|fully|completely)\b/iu.test(text);
  const failures: string[] = [];
  if (isAll && !NEARLY.test(text) && pieces.every((piece) => NEARLY.test(piece.text)))
    failures.push('the quotes say it of nearly all, not of all');
  const kept = pieces.flatMap((piece) => subjectOfPart(piece.text));
  for (const noun of kept)
    if (text.toLowerCase().includes(noun) && !KEPT.test(text))
      failures.push(`the quotes say it of a part of the ${noun} only`);
  return failures;
}

/** The word right after "some", "many" and the like. */
function subjectOfPart(text: string): string[] {
  return [
    ...text.matchAll(
      new RegExp(`${PARTIAL.source}\\s(?:of\\s)?(?:the\\s)?(?:\\p{Lu}\\p{L}+\\s)?(\\p{L}+)`, 'giu'),
    ),
  ].flatMap(([, noun]) => (noun === undefined || noun.length < 5 ? [] : [noun.toLowerCase()]));
}
