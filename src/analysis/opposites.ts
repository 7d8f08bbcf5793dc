import { words } from './terms.js';

/** Families of directions: words of one group mean about the same, words of two groups of a family exclude each other. */
const FAMILIES: readonly (readonly string[])[] = [
  [
    'rise rose risen increase grow grew grown growth gain climb surge expand expansion soar jump upward',
    'fall fell fallen decrease decline drop shrink shrank plunge reduce reduction slump sink sank downward',
  ],
  ['export', 'import'],
  ['sell sold sale seller', 'buy bought purchase buyer'],
  ['before prior', 'after afterwards'],
  ['begin began begun start open opening', 'end ended finish close closing closed'],
  [
    'accept approve support favour favor endorse welcome back backing',
    'reject refuse oppose against opponent opposition',
  ],
  ['join enter entry accession', 'leave left quit withdraw withdrew exit'],
  ['win won victory winner', 'lose lost defeat loser'],
  ['allow permit legal legalise legalize', 'ban forbid forbidden prohibit illegal outlaw'],
  ['north northern', 'south southern', 'east eastern', 'west western'],
  ['arrive arrival', 'depart departure'],
  ['inside indoors inner', 'outside outdoors outer'],
  ['minimum', 'maximum'],
  ['majority', 'minority'],
  ['public', 'private'],
  ['man men male boy', 'woman women female girl'],
  ['husband', 'wife'],
  ['son brother father', 'daughter sister mother'],
  ['advantage strength benefit', 'disadvantage weakness drawback'],
  ['employer', 'employee'],
  ['summer', 'winter'],
  ['keep kept retain preserve', 'scrap abolish cancel repeal revoke'],
  ['lend lent lender', 'borrow borrower'],
  ['success succeed', 'failure fail'],
];

interface Place {
  readonly family: number;
  readonly group: number;
}

const PLACES = new Map<string, Place>(
  FAMILIES.flatMap((groups, family) =>
    groups.flatMap((group, which) =>
      words(group).map((word): [string, Place] => [word, { family, group: which }]),
    ),
  ),
);

/**
 * Words of `asked` whose opposite stands among `said` while nothing of their own direction does. Both as `words` writes
 * them.
 */
export function opposed(asked: readonly string[], said: readonly string[]): string[] {
  const groups = new Map<number, Set<number>>();
  for (const word of said) {
    const place = PLACES.get(word);
    if (place === undefined) continue;
    groups.set(place.family, (groups.get(place.family) ?? new Set()).add(place.group));
  }
  return asked.filter((word) => {
    const place = PLACES.get(word);
    const there = place === undefined ? undefined : groups.get(place.family);
    return place !== undefined && there !== undefined && !there.has(place.group);
  });
}

/** Whether a word of the same direction, and so of about the same meaning, stands among `said`. Both as `words` writes them. */
export function isSaidOtherwise(asked: string, said: readonly string[]): boolean {
  const place = PLACES.get(asked);
  if (place === undefined) return false;
  return said.some((word) => {
    const there = PLACES.get(word);
    return there?.family === place.family && there.group === place.group;
  });
}
