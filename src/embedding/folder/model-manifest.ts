import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';

const MANIFEST = 'footnote-model.json';

const manifestSchema = z.object({
  /** SHA-256 of the weights the model was made from, before any conversion. */
  weightsHash: z.string(),
  description: z.object({
    pooling: z.enum(['mean', 'cls']),
    queryPrefix: z.string(),
    passagePrefix: z.string(),
    maxTokens: z.int().min(3),
    languages: z.array(z.string()).readonly().nullable(),
  }),
  files: z.record(z.string(), z.object({ bytes: z.int(), sha256: z.string() })),
});

/** What lies in a prepared model folder, to check it by. */
export type ModelManifest = z.infer<typeof manifestSchema>;

export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}

/** Writes the manifest of a folder, with size and SHA-256 of each of the files. */
export async function writeManifest(
  folder: string,
  facts: Omit<ModelManifest, 'files'>,
  files: readonly string[],
): Promise<void> {
  const entries = files.map(async (file) => {
    const path = join(folder, file);
    return [file, { bytes: (await stat(path)).size, sha256: await sha256OfFile(path) }] as const;
  });
  const manifest: ModelManifest = {
    ...facts,
    files: Object.fromEntries(await Promise.all(entries)),
  };
  await writeFile(join(folder, MANIFEST), JSON.stringify(manifest, null, 2));
}

/** The manifest of a folder whose files are all what it says; undefined where the folder is missing or damaged. */
export async function readCheckedManifest(folder: string): Promise<ModelManifest | undefined> {
  try {
    const text = await readFile(join(folder, MANIFEST), 'utf8');
    const manifest = manifestSchema.parse(JSON.parse(text));
    const checks = Object.entries(manifest.files).map(async ([file, { bytes, sha256 }]) => {
      const path = join(folder, file);
      return (await stat(path)).size === bytes && (await sha256OfFile(path)) === sha256;
    });
    return (await Promise.all(checks)).every(Boolean) ? manifest : undefined;
  } catch {
    return undefined;
  }
}
