import { z } from 'zod';
import { BUILD_FILES, INDEX_FORMAT } from './layout.js';

const count = z.int().min(0);
const digest = z.strictObject({
  bytes: z.int().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** What a build holds, written last and checked first. */
export const ManifestSchema = z.strictObject({
  format: z.literal(INDEX_FORMAT),
  fingerprint: z.string().min(1),
  /** ISO 8601 moment at which the build was written. */
  created: z.string(),
  /** What a person calls the embedding model. */
  modelId: z.string(),
  policy: z.strictObject({
    model: z.string(),
    dimension: z.int().min(1).max(65_536),
    splitting: z.string(),
    terms: z.string(),
  }),
  counts: z.strictObject({ documents: count.min(1), passages: count.min(1), sentences: count }),
  /** Vectors in the vector file, those taken out included; and the row the next passage gets. */
  points: count.min(1),
  nextRow: count.min(1),
  files: z.strictObject({ [BUILD_FILES.passages]: digest, [BUILD_FILES.vectors]: digest }),
});

export type Manifest = z.infer<typeof ManifestSchema>;
