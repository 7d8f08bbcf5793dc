import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Reporter } from '../src/compose.js';
import { FootnoteError } from '../src/errors.js';
import { QUICK, THOROUGH } from './efforts.js';
import { figuresText } from './figures-text.js';
import { runGrowth } from './growth/run-growth.js';
import { runVectors } from './growth/run-vectors.js';
import { machineText, thisMachine } from './machine.js';
import { openMaterials } from './materials.js';
import { measureAll } from './measure-all.js';
import { HELP, type Options, parseOptions } from './options.js';
import { LANGCHAIN_NOTE } from './peers/langchain-tutorial.js';

const ROOT = resolve(import.meta.dirname, '..');
const OUT_DIR = join(import.meta.dirname, 'out');

const print = (text: string) => process.stdout.write(`${text}\n`);
const warn = (text: string) => process.stderr.write(`${text}\n`);

const reporter: Reporter = {
  step: () => {},
  download: () => {},
  warning: warn,
  problem: ({ file, message }) => warn(`${file} was left out: ${message}`),
};

try {
  const options = parseOptions(process.argv.slice(2));
  if (options.help) print(HELP);
  else if (options.growth !== undefined) await runGrowth(options.growth, OUT_DIR, print);
  else if (options.vectors !== undefined) await runVectors(options.vectors, OUT_DIR, print);
  else await run(options);
} catch (error) {
  const shown = error instanceof Error ? (error.stack ?? error.message) : String(error);
  warn(`Could not run: ${error instanceof FootnoteError ? error.message : shown}`);
  process.exitCode = 2;
}

async function run({ quick, json }: Options): Promise<void> {
  const machine = thisMachine();
  const began = new Date();
  print(machineText(machine));
  // Start-up, memory and load are those of the program as it ships.
  execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: ROOT, stdio: 'inherit' });
  const efforts = quick ? QUICK : THOROUGH;
  const materials = await openMaterials(process.env, efforts.mostQuestions);
  try {
    const { embeddingModel, embeddingPrecision, embeddingWorkers } = materials.config;
    const settings = { quick, embeddingModel, embeddingPrecision, embeddingWorkers };
    print(`${embeddingModel}, ${embeddingPrecision}, at most ${embeddingWorkers} threads\n`);
    const sections = await measureAll(materials, efforts, reporter, ({ title, seconds, figures }) =>
      print(`${title} (${seconds} s)\n${figuresText(figures)}\n`),
    );
    const seconds = Math.round((Date.now() - began.getTime()) / 1000);
    print(`${LANGCHAIN_NOTE}\n\n${seconds} s.`);
    const content = { began: began.toISOString(), seconds, machine, settings, sections };
    await save(content, join(OUT_DIR, `${content.began.replaceAll(':', '-')}.json`));
    if (json !== undefined) await save(content, resolve(json));
  } finally {
    await materials.close();
  }
}

async function save(content: object, file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(content, null, 2)}\n`);
  print(`Saved ${file}.`);
}
