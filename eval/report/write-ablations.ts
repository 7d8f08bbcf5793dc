import { writeFile } from 'node:fs/promises';
import type { AblationReport } from '../ablations/ablation.js';
import type { Options } from '../options.js';

/** Writes the files that the options name. */
export async function writeAblations(
  { json }: Pick<Options, 'json' | 'html' | 'junit'>,
  report: AblationReport,
): Promise<void> {
  if (json !== undefined) await writeFile(json, `${JSON.stringify(report, null, 2)}\n`);
}
