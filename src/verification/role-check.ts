import { isNameSaid } from './name-check.js';
import { isSamePlayer, type Player, playersOf } from './slots.js';
import { isSpoken, speakersOf } from './speakers.js';
import type { Statement } from './statement.js';

/** Parts that a sentence gives to others than its quotes: two that changed places, and words in another's mouth. */
export function roleFailures(claim: Statement, pieces: readonly Statement[]): string[] {
  return [
    ...new Set([
      ...swapped(claim, pieces),
      ...taken(claim, pieces),
      ...misattributed(claim, pieces),
    ]),
  ];
}

interface Cast {
  readonly player: Player;
  readonly claimed: ReadonlySet<string>;
  readonly said: ReadonlySet<string>;
}

function swapped(claim: Statement, pieces: readonly Statement[]): string[] {
  const own = playersOf(claim);
  return pieces.flatMap((piece) => {
    const said = playersOf(piece);
    const cast = own.flatMap((player): Cast[] => {
      const same = said.filter((other) => isSamePlayer(player, other));
      if (same.length === 0) return [];
      return [
        { player, claimed: player.slots, said: new Set(same.flatMap(({ slots }) => [...slots])) },
      ];
    });
    return cast.flatMap((a, which) =>
      cast
        .slice(which + 1)
        .flatMap((b) =>
          !isSamePlayer(a.player, b.player) && takes(a, b) && takes(b, a)
            ? [`“${a.player.stems.join(' ')}” and “${b.player.stems.join(' ')}” changed places`]
            : [],
        ),
    );
  });
}

/** Whether the first plays a part in the sentence that in the quotes the second plays, and the second does not. */
function takes(a: Cast, b: Cast): boolean {
  return [...a.claimed].some(
    (slot) => !a.said.has(slot) && b.said.has(slot) && !b.claimed.has(slot),
  );
}

/** What stands right after a name in the sentence stands, in the quotes, after other names only. */
function taken(claim: Statement, pieces: readonly Statement[]): string[] {
  const said = pieces.flatMap((piece) =>
    playersOf(piece)
      .filter(({ party }) => party !== null)
      .map((player) => ({ ...player, isElliptic: isElliptic(piece, player) })),
  );
  return playersOf(claim)
    .filter(({ party }) => party !== null)
    .flatMap((player) => {
      const own = [...player.slots].filter((slot) => slot.startsWith('of '));
      const isOthers = own.some((slot) => {
        const holders = said.filter(({ slots }) => slots.has(slot));
        const itself = said.filter((one) => isSamePlayer(one, player));
        return (
          holders.length > 0 &&
          !itself.some(({ slots, isElliptic }) => isElliptic || slots.has(slot))
        );
      });
      const name = claim.text.slice(player.party?.start, player.party?.end);
      return isOthers ? [`the quotes tell of another what it tells of ${name}`] : [];
    });
}

/** "South Korea's is about …": what belongs to the name was said before. */
function isElliptic({ text }: Statement, { party }: Player): boolean {
  return /^['’]s?\s(?:is|are|was|were|has|had|fell|rose|did|reached)\b/u.test(
    text.slice(party?.end),
  );
}

function misattributed(claim: Statement, pieces: readonly Statement[]): string[] {
  return speakersOf(claim).flatMap((speaker) => {
    const told = pieces.filter((piece) => isNameSaid(claim, speaker, piece));
    const isSo = told.some((piece) => {
      const speakers = speakersOf(piece);
      return speakers.length === 0
        ? isSpoken(piece)
        : speakers.some((one) =>
            isNameSaid(claim, speaker, {
              ...piece,
              text: piece.text.slice(one.start, one.end),
              parties: [one],
            }),
          );
    });
    const name = claim.text.slice(speaker.start, speaker.end);
    return isSo ? [] : [`the quotes do not tell that ${name} says it`];
  });
}
