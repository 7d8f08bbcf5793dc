import { akin } from '../analysis/akin.js';
import type { Span } from '../domain/span.js';
import { nearestClause } from './nearest-clause.js';
import { type Statement, wordsWithin } from './statement.js';

/** Words that leave open whether what is said is so, or say that it is wished, planned, demanded or believed. */
const HEDGE =
  /\b(?:may|might|could|would|should|can|must|need(?:s|ed)? to|ha(?:s|ve|d) to|ought|perhaps|possibly|probably|maybe|likely|unlikely|potential(?:ly)?|suggest(?:s|ed|ing)?|appear(?:s|ed)?|seem(?:s|ed)?|tend(?:s|ed)? to|if|unless|whether|provided that|plan(?:s|ned|ning)?|propos(?:e|es|ed|ing|al|als)|expect(?:s|ed|ing|ation|ations)?|intend(?:s|ed|ing)?|aim(?:s|ed|ing)?|hop(?:e|es|ed|ing)|want(?:s|ed|ing)?|wish(?:es|ed|ing)?|desire[sd]?|seek(?:s|ing)?|sought|call(?:s|ed|ing)? for|request(?:s|ed|ing)?|promis(?:e|es|ed|ing)|attempt(?:s|ed|ing)?|tr(?:y|ies|ied|ying) to|believ(?:e|es|ed|ing)|argu(?:e|es|ed|ing|ment)|claim(?:s|ed|ing)?|think(?:s|ing)?|thought|consider(?:s|ed)?|alleged(?:ly)?|reported(?:ly)?|forecast(?:s|ed)?|predict(?:s|ed|ing)?|estimated|supposed(?:ly)?|rumou?red|said to|concerns? that|fear(?:s|ed)?|promising|essential|striving|strive[sd]?|discuss(?:es|ed|ing)?|negotiat(?:e|es|ed|ing)|will|advise[sd]?|demand(?:s|ed|ing)?)\b/giu;
/** Words after a hedge that it may reach, and how many of them a sentence must share to be hedged alike. */
const REACH = 7;
const LEAST_SHARED = 2;

/** Doubts, wishes, plans and conditions of the quotes that a sentence makes facts of. */
export function hedgeFailures(claim: Statement, pieces: readonly Statement[]): string[] {
  const failures = claim.clauses.flatMap((clause) => {
    if (hedgesOf(claim, clause).length > 0) return [];
    const own = wordsWithin(claim, clause).filter(({ isTelling }) => isTelling);
    const nearest = nearestClause(own, pieces);
    if (nearest === null) return [];
    const within = { start: nearest.words[0]?.start ?? 0, end: nearest.words.at(-1)?.end ?? 0 };
    return hedgesOf(nearest.piece, within)
      .filter(({ 0: written, index }) => {
        const reached = nearest.words
          .filter(({ start, isTelling }) => isTelling && start >= index + written.length)
          .slice(0, REACH);
        const shared = reached.filter(({ stem }) => own.some((word) => akin(word.stem, stem)));
        return shared.length >= Math.min(LEAST_SHARED, reached.length) && reached.length > 0;
      })
      .map(({ 0: written }) => `the quotes only say so with “${written.toLowerCase()}”`);
  });
  return [...new Set(failures)];
}

/** The hedges of a stretch; "May" with a capital is a month. */
function hedgesOf({ text }: Statement, { start, end }: Span): RegExpExecArray[] {
  return [...text.matchAll(HEDGE)].filter(
    ({ 0: written, index }) => index >= start && index < end && (written !== 'May' || index === 0),
  );
}
