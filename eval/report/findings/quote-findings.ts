import type { QuoteValidity } from '../../metrics/quote-validity.js';
import type { ReplyCitation } from '../../target/reply.js';
import { countOf, type Finding } from './finding.js';
import type { Scored } from './scored.js';

interface Checked {
  readonly question: string;
  readonly citation: ReplyCitation;
  readonly validity: QuoteValidity;
  readonly known: boolean;
}

/** Whether quotes are what their documents say where they say it. */
export function quoteFindings(
  all: readonly Scored[],
  texts: ReadonlyMap<string, string>,
): Finding[] {
  const checked = all.flatMap(({ id, outcome, score }) =>
    outcome.response.citations.flatMap((citation, place): Checked[] => {
      const validity = score.validity[place];
      const known = citation.documentId !== null && texts.has(citation.documentId);
      return validity === undefined ? [] : [{ question: id, citation, validity, known }];
    }),
  );
  const quotes = checked.filter(({ validity }) => validity.verbatim !== null);
  const false_ = quotes.filter(({ validity }) => validity.verbatim === false);
  const shifted = quotes.filter(({ validity }) => validity.verbatim && validity.span === false);
  const hashed = checked.filter(({ known, validity }) => known && validity.hash !== null);
  const wrongHash = hashed.filter(({ validity }) => validity.hash === false);
  const named = checked.filter(({ citation }) => citation.documentId !== null);
  const unknown = named.filter(({ known }) => !known);
  const nameless = checked.filter(
    ({ citation }) => citation.documentId === null && citation.quote === null,
  );
  const found = [
    fault(
      false_,
      `${countOf(false_.length, quotes.length, 'quotes')} do not stand in their document.`,
    ),
    fault(
      shifted,
      `${countOf(shifted.length, quotes.length, 'quotes')} stand in their document, but not where their citation says.`,
    ),
    fault(
      wrongHash,
      `${countOf(wrongHash.length, hashed.length, 'citations')} carry a hash that is not that of their document.`,
    ),
    fault(
      unknown,
      `${countOf(unknown.length, named.length, 'citations')} name a document that nobody knows.`,
    ),
    fault(
      nameless,
      `${countOf(nameless.length, checked.length, 'citations')} refer to a source without telling which document it is.`,
    ),
  ].flat();
  if (found.length > 0 || quotes.length === 0) return found;
  return [
    {
      kind: 'good',
      text: `All ${quotes.length} quotes stand letter by letter in their documents.`,
      questions: [],
    },
  ];
}

function fault(of: readonly Checked[], text: string): Finding[] {
  const questions = [...new Set(of.map(({ question }) => question))];
  return of.length === 0 ? [] : [{ kind: 'fault', text, questions }];
}
