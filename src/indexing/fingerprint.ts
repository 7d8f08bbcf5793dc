import { terms } from '../analysis/terms.js';
import type { SourceDocument } from '../domain/document.js';
import { SPLITTING_POLICY } from '../ingest/split-document.js';
import { sha256 } from './file-digest.js';
import { INDEX_FORMAT } from './layout.js';

/** Everything an index follows from. */
export interface FingerprintParts {
  readonly documents: readonly SourceDocument[];
  readonly model: { readonly fingerprint: string; readonly dimension: number };
  /** That of `src/ingest` unless given. */
  readonly splittingPolicy?: string;
}

/** Text that takes every path of the term analysis; when its terms change, so may those of any text. */
const TERMS_PROBE =
  "The U.S. firms' running revenues weren't $12,700.5 or 3,4 million; 1,2,3 cafés, naïve ＡＢＣ ﬁgures, 한국어의 문장들, 東京タワーです, Ελλάδα и 352-fold.";

/**
 * Names exactly what is indexed and how: index format, embedding model, splitting policy, analysis of
 * terms, and of every document its text, title, metadata, path and structure. The order in which the
 * documents are given does not matter.
 */
export function indexFingerprint({
  documents,
  model,
  splittingPolicy = SPLITTING_POLICY,
}: FingerprintParts): string {
  const parts = {
    format: INDEX_FORMAT,
    model: model.fingerprint,
    dimension: model.dimension,
    splitting: splittingPolicy,
    terms: terms(TERMS_PROBE),
    documents: documents
      .map(({ text: _text, ...rest }) => rest)
      .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)),
  };
  return `sha256-${sha256(canonicalJson(parts))}`;
}

/** JSON whose objects have their keys in order, so that equal values give equal text. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
