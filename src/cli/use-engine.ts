import { openEngine } from '../compose.js';
import { readConfig } from '../config.js';
import type { Engine } from '../contract/engine.js';
import { createProgress } from './progress.js';

/** Opens the engine as the environment says, works with it and closes it. */
export async function useEngine<Result>(
  work: (engine: Engine) => Promise<Result>,
): Promise<Result> {
  const progress = createProgress(process.stderr);
  const engine = await openEngine(readConfig(process.env), progress).finally(progress.end);
  try {
    return await work(engine);
  } finally {
    await engine.close();
  }
}
