import { elapsedMs } from '../elapsed.js';

/** What work took. */
export interface Spent {
  readonly ms: number;
  /** Of all threads together; unlike the other it hardly depends on what else the machine does. */
  readonly cpuMs: number;
}

/** Measures work by the clock and by the processors' time of this process. */
export async function spentOn(work: () => unknown): Promise<Spent> {
  const before = process.cpuUsage();
  const ms = await elapsedMs(async () => work());
  const { user, system } = process.cpuUsage(before);
  return { ms, cpuMs: (user + system) / 1000 };
}
