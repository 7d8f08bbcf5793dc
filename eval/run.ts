import { resolve } from 'node:path';
import { main } from './main.js';
import { engineTarget } from './target/engine-target.js';
import { httpTarget } from './target/http-target.js';

const say = (text: string) => process.stderr.write(`${text}\n`);

process.exitCode = await main(process.argv.slice(2), {
  baselinesDir: resolve(import.meta.dirname, 'baselines'),
  print: (text) => process.stdout.write(`${text}\n`),
  openTarget: async ({ url }, dataset) =>
    url === undefined ? engineTarget(dataset, process.env, say) : httpTarget(url),
  onProgress(done, all) {
    if (process.stderr.isTTY) process.stderr.write(`\r${done}/${all}${done === all ? '\n' : ''}`);
  },
});
