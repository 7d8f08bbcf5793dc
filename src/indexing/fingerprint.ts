import { terms } from '../analysis/terms.js';
import type { SourceDocument } from '../domain/document.js';
import { sha256 } from './file-digest.js';
import { INDEX_FORMAT } from './layout.js';

/** How documents become an index, whatever the documents. */
export interface IndexPolicy {
  /** Fingerprint of the embedding model. */
  readonly model: string;
  readonly dimension: number;
  readonly splitting: string;
  /** Digest of what the analysis of terms makes of a probe. */
  readonly terms: string;
}

/** Text that takes every path of the term analysis; when its terms change, so may those of any text. */
const TERMS_PROBE =
  "The U.S. firms' running revenues weren't $12,700.5 or 3,4 million; 1,2,3 cafés, naïve ＡＢＣ ﬁgures, 한국어의 문장들, 東京タワーですから, ท่าเรือเก่า, Ελλάδα и 352-fold.";

export function indexPolicy(
  model: { readonly fingerprint: string; readonly dimension: number },
  splittingPolicy: string,
): IndexPolicy {
  return {
    model: model.fingerprint,
    dimension: model.dimension,
    splitting: splittingPolicy,
    terms: sha256(JSON.stringify(terms(TERMS_PROBE))),
  };
}

/** Changes with the text of a document, its title, metadata, path and structure. */
export function documentDigest({ text: _text, ...rest }: SourceDocument): string {
  return sha256(canonicalJson(rest));
}

/**
 * Names exactly what is indexed and how: index format, policy and every document.
 * @param digests Those of the documents, in the order of their ids.
 */
export function indexFingerprint(policy: IndexPolicy, digests: Iterable<string>): string {
  let documents = '';
  for (const digest of digests) documents = sha256(documents + digest);
  return `sha256-${sha256(canonicalJson({ format: INDEX_FORMAT, policy, documents }))}`;
}

/** JSON whose objects have their keys in order, so that equal values give equal text. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
