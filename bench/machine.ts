import { availableParallelism, cpus, loadavg, platform, release, totalmem } from 'node:os';

/** Where figures were measured, as far as it decides them. */
export interface Machine {
  readonly node: string;
  readonly cpu: string;
  readonly cores: number;
  readonly memoryBytes: number;
  readonly system: string;
  /** Processes that ran or wanted to, on average of the last minute, when the run began; 0 on Windows. */
  readonly loadBefore: number;
}

export function thisMachine(): Machine {
  return {
    node: process.version,
    cpu: cpus()[0]?.model.trim() || 'unknown',
    cores: availableParallelism(),
    memoryBytes: totalmem(),
    system: `${platform()} ${release()}`,
    loadBefore: loadavg()[0] ?? 0,
  };
}

/** Others that work on this machine make every time longer and every ratio less sure. */
export function machineText(machine: Machine): string {
  const { node, cpu, cores, memoryBytes, system, loadBefore } = machine;
  const memory = `${Math.round(memoryBytes / 2 ** 30)} GiB`;
  const line = `Node ${node}, ${cpu}, ${cores} cores, ${memory}, ${system}, load ${loadBefore.toFixed(1)}`;
  if (loadBefore < cores / 2) return line;
  return `${line}\nThis machine is busy with something else: trust the ratios, not the times.`;
}
