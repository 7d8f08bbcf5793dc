import { contextualText } from '../ingest/contextual-text.js';
import { READING_VERSION } from '../ingest/reading-version.js';
import { SPLITTING_POLICY, splitDocument } from '../ingest/split-document.js';
import type { Splitting } from './splitting.js';

/** Reading and splitting as in `src/ingest`. */
export const standardSplitting: Splitting = {
  policy: `${SPLITTING_POLICY};reading=${READING_VERSION}`,
  split: splitDocument,
  contextualText,
};
