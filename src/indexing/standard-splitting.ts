import { contextualText } from '../ingest/contextual-text.js';
import { SPLITTING_POLICY, splitDocument } from '../ingest/split-document.js';
import type { Splitting } from './splitting.js';

/** The splitting of `src/ingest`. */
export const standardSplitting: Splitting = {
  policy: SPLITTING_POLICY,
  split: splitDocument,
  contextualText,
};
