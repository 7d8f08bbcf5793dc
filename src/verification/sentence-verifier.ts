import { words } from '../analysis/terms.js';
import type {
  ClaimFailure,
  DraftSentence,
  NumberedQuote,
  SentenceVerdict,
  SentenceVerifier,
} from '../domain/claim-check.js';
import type { EmbeddingModel } from '../domain/embedding-model.js';
import type { PassageStore } from '../domain/search-index.js';
import { gatherEvidence, type Piece } from './evidence.js';
import { unfitForShowing } from './plain-text.js';
import { ruleFailures } from './rule-checks.js';
import { nearnessFailures, nearnessOf } from './similarity-check.js';
import { statementOf } from './statement.js';
import { told } from './told.js';

/** What sentences are held against. */
export interface VerifierParts {
  readonly store: Pick<PassageStore, 'document'>;
  readonly model: Pick<EmbeddingModel, 'embedPassages'>;
}

/** Letters in which a text must be written mostly for the rules to read it. */
const LATIN = /\p{Script=Latin}/gu;
const LETTER = /\p{L}/gu;
const LEAST_LATIN = 0.9;
const LEAST_WORDS = 2;

/**
 * Verifies sentences by rules and by the nearness of vectors; docs/verification.md says what each check looks at and what
 * none of them sees. Fails closed: what cannot be checked does not pass.
 */
export function createSentenceVerifier({ store, model }: VerifierParts): SentenceVerifier {
  async function verify(
    draft: DraftSentence,
    given: readonly NumberedQuote[],
    { signal }: { readonly signal?: AbortSignal } = {},
  ): Promise<SentenceVerdict> {
    const unfit = told('link', unfitForShowing(draft.text));
    const { quotes, pieces, failures } = await gatherEvidence(draft, given, store);
    const before = [...unfit, ...failures];
    if (before.length > 0) return { ok: false, failures: before };
    if (isCopy(draft.text, pieces)) return { ok: true, quotes };
    const unread = unreadable(draft.text);
    if (unread.length > 0) return { ok: false, failures: unread };
    const claim = statementOf(draft.text);
    const found = ruleFailures(claim, pieces);
    if (found.length > 0) return { ok: false, failures: found };
    const far = nearnessFailures(await nearnessOf(claim, pieces, model, signal));
    return far.length === 0
      ? { ok: true, quotes }
      : { ok: false, failures: told('similarity', far) };
  }

  return { verify };
}

/** Whether a sentence is word for word what it cites: a whole quote, or quotes that follow each other. */
function isCopy(text: string, pieces: readonly Piece[]): boolean {
  const own = bareText(text);
  return pieces.some(
    (piece) =>
      bareText(piece.text) === own || piece.quotes.some(({ quote }) => bareText(quote) === own),
  );
}

function bareText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/["'“”‘’«»]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[.。]$/u, '');
}

/** The rules read English; other letters, and texts too short to say anything, are left unverified. */
function unreadable(text: string): ClaimFailure[] {
  const letters = text.match(LETTER)?.length ?? 0;
  const latin = text.match(LATIN)?.length ?? 0;
  if (letters === 0 || latin / letters < LEAST_LATIN)
    return told('similarity', [
      'it is written in letters the checks cannot read; give a quote as it stands',
    ]);
  if (words(text).length < LEAST_WORDS || /\?["'”’)]*\s*$/u.test(text))
    return told('similarity', ['it is no sentence that states something']);
  return [];
}
