import { akin } from '../analysis/akin.js';
import type { AnalysedQuestion } from '../analysis/question.js';
import type { Span } from '../domain/span.js';
import type { AnalysedSentence } from './analysed-passage.js';
import type { CandidateSpan } from './candidate-spans.js';
import { tokensOf } from './sentence-tokens.js';

/** Figures beside a name the question asks about, where there are any, rather than those beside another name. */
export function ofOwner(
  question: AnalysedQuestion,
  sentence: AnalysedSentence,
  candidates: readonly CandidateSpan[],
): CandidateSpan[] {
  const asked = question.names.flat();
  const owners = candidates.map(({ zone: { own } }) => {
    const beside = sentence.names
      .filter(({ start, end }) => start >= own.start && end <= own.end)
      .flatMap(({ terms }) => terms);
    const wanted = beside.filter((term) => asked.some((name) => akin(name, term))).length;
    return { wanted, other: beside.length - wanted };
  });
  if (!owners.some(({ wanted }) => wanted > 0)) return [...candidates];
  return candidates.filter((_, which) => {
    const owner = owners[which];
    return owner === undefined || owner.wanted > 0 || owner.other === 0;
  });
}

/**
 * The figures of the one clause that alone holds words of the question, then, in a clause, the one figure whose own words
 * alone do; all of them where no such clause or figure stands out.
 */
export function ofAskedWords(
  question: AnalysedQuestion,
  sentence: AnalysedSentence,
  candidates: readonly CandidateSpan[],
): CandidateSpan[] {
  const tokens = tokensOf(sentence).filter(
    ({ term }) =>
      !question.years.includes(term) && question.terms.some((wanted) => akin(wanted, term)),
  );
  const within = (stretches: readonly Span[]) =>
    stretches.map(
      (stretch) =>
        new Set(
          tokens
            .filter(({ start, end }) => start >= stretch.start && end <= stretch.end)
            .map(({ term }) => term),
        ),
    );
  const clauses = within(candidates.map(({ zone }) => zone.clause));
  const starts = candidates.map(({ zone }) => zone.clause.start);
  const ofClause = standingOut(candidates, clauses, starts);
  const tails = ofClause.map(({ offer, zone: { own, clause } }) =>
    own.start === clause.start ? { start: offer.end, end: own.end } : own,
  );
  return standingOut(
    ofClause,
    within(tails),
    ofClause.map(({ zone }) => zone.own.start),
  );
}

/** The candidates of the one group that alone has words; all where none or several have. */
function standingOut(
  candidates: readonly CandidateSpan[],
  words: readonly ReadonlySet<string>[],
  groups: readonly number[],
): CandidateSpan[] {
  const alone = new Set(
    groups.filter((group, which) =>
      [...(words[which] ?? [])].some((word) =>
        groups.every((other, place) => other === group || words[place]?.has(word) !== true),
      ),
    ),
  );
  return candidates.filter((_, which) => alone.size !== 1 || alone.has(groups[which] as number));
}
