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

/** Tells directions that exclude each other. All words as `words` writes them. */
export interface Opposites {
  /** Words of `asked` whose opposite stands among `said` while nothing of their own direction does. */
  opposed(asked: readonly string[], said: readonly string[]): string[];
  /** Whether a word of the same direction, and so of about the same meaning, stands among `said`. */
  isSaidOtherwise(asked: string, said: readonly string[]): boolean;
}

interface Place {
  readonly family: number;
  readonly group: number;
}

/** The families above with further ones: each a list of groups, each group a list of words. */
export function createOpposites(further: readonly (readonly string[])[] = []): Opposites {
  const places = new Map<string, Place[]>();
  for (const [family, groups] of [...FAMILIES, ...further].entries())
    for (const [group, listed] of groups.entries())
      for (const word of words(listed))
        places.set(word, [...(places.get(word) ?? []), { family, group }]);
  const isAmong = (said: readonly string[], is: (place: Place) => boolean) =>
    said.some((word) => places.get(word)?.some(is) === true);
  return {
    opposed: (asked, said) =>
      asked.filter((word) =>
        (places.get(word) ?? []).some(
          ({ family, group }) =>
            isAmong(said, (there) => there.family === family && there.group !== group) &&
            !isAmong(said, (there) => there.family === family && there.group === group),
        ),
      ),
    isSaidOtherwise: (asked, said) =>
      (places.get(asked) ?? []).some(({ family, group }) =>
        isAmong(said, (there) => there.family === family && there.group === group),
      ),
  };
}

export const { opposed, isSaidOtherwise } = createOpposites();
