import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Config } from '../../src/config.js';
import { elapsedMs } from '../elapsed.js';
import type { Measurement } from '../figure.js';
import { type Effort, interleave } from '../interleave.js';
import type { Materials } from '../materials.js';
import { startServiceProcess } from '../service-process.js';

const node = promisify(execFile);

/** From starting the built program to its first answer over HTTP: with an index, and the very first time. */
export async function measureStartUp(
  { config, questions, workDir }: Materials,
  efforts: { readonly withIndex: Effort; readonly first: Effort },
): Promise<Measurement[]> {
  const answered = async (settings: Config) => {
    const service = await startServiceProcess(settings, questions[0] as string);
    await service.stop();
    return service.firstAnswerMs;
  };
  const floor = () => elapsedMs(() => node(process.execPath, ['-e', '0']));
  const firstEver = async () => {
    const empty = await mkdtemp(join(workDir, 'first-'));
    try {
      const indexDir = join(empty, 'index');
      return await answered({ ...config, indexDir, modelsDir: join(empty, 'models') });
    } finally {
      await rm(empty, { recursive: true, force: true });
    }
  };
  const started = await interleave({ start: () => answered(config), floor }, efforts.withIndex);
  const first = await interleave({ start: firstEver, floor }, efforts.first);
  return [
    {
      name: 'start to first answer, index present',
      unit: 'ms',
      values: started.start,
      beside: { name: 'node -e 0', values: started.floor },
      goal: { of: 'median', bound: 'atMost', limit: 1500 },
    },
    {
      name: 'first start ever: convert model, index, answer',
      unit: 'ms',
      values: first.start,
      beside: { name: 'node -e 0', values: first.floor },
    },
  ];
}
