import { fileURLToPath } from 'node:url';

/** Where tests keep converted models between runs, so that each is converted once. */
export const SHARED_MODELS_DIR = fileURLToPath(
  new URL('../../node_modules/.cache/footnote/models', import.meta.url),
);
