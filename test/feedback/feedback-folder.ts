import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';

const made: string[] = [];

/** A folder that is not there yet, below one that goes with the test. */
export async function feedbackFolder(): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), 'footnote-feedback-'));
  made.push(parent);
  return join(parent, 'kept', 'feedback');
}

afterEach(async () => {
  for (const parent of made.splice(0)) await rm(parent, { recursive: true, force: true });
});
