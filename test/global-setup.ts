import { execFileSync } from 'node:child_process';

/** Tests that start the program as a person does need it built. */
export function setup(): void {
  execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
}
