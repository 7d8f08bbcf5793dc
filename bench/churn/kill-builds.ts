import { readFile } from 'node:fs/promises';

/** Kills, without warning, what a process started: the builds of a service. Gives how many there were. Linux only. */
export async function killChildren(pid: number): Promise<number> {
  const listed = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  const children = listed.split(' ').filter(Boolean).map(Number);
  for (const child of children) {
    try {
      process.kill(child, 'SIGKILL');
    } catch {
      // It ended by itself.
    }
  }
  return children.length;
}
