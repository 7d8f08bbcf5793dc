import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/** Bytes of memory a process holds in RAM, from /proc where there is one, else from `ps`. */
export async function residentBytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => undefined);
  const kibibytes = status === undefined ? await fromPs(pid) : /^VmRSS:\s*(\d+)/m.exec(status)?.[1];
  return Number(kibibytes) * 1024;
}

async function fromPs(pid: number): Promise<string> {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)]);
  return stdout.trim();
}

/** The same for a Node process that does nothing: the floor. */
export async function bareNodeBytes(): Promise<number> {
  const program = 'console.log(process.memoryUsage.rss())';
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', program]);
  return Number(stdout);
}
