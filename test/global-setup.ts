import { execFileSync } from 'node:child_process';
import { unpackChromium } from './browser/chromium.js';

/** Tests that start the program as a person does need it built; those that open pages need a browser. */
export async function setup(): Promise<void> {
  execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
  await unpackChromium();
}
