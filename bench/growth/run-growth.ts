import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { machineText, thisMachine } from '../machine.js';
import { type Curve, growthPlot } from './growth-plot.js';
import { type GrowthPoint, GrowthPointSchema } from './measure-size.js';

const FIRST = 1000;
const STEP = 10 ** 0.5;
const PROGRAM = join(import.meta.dirname, 'measure-one.ts');

const COLUMNS: readonly [string, (point: GrowthPoint) => string][] = [
  ['passages', ({ passages }) => passages.toLocaleString('en')],
  ['build s', ({ buildSeconds }) => buildSeconds.toFixed(1)],
  ['of processor', ({ buildCpuSeconds }) => buildCpuSeconds.toFixed(1)],
  ['update of one file s', ({ updateSeconds }) => updateSeconds.toFixed(1)],
  ['of processor', ({ updateCpuSeconds }) => updateCpuSeconds.toFixed(2)],
  ['memory MB', ({ buildMegabytes }) => buildMegabytes.toFixed(0)],
  ['on disk MB', ({ indexMegabytes }) => indexMegabytes.toFixed(1)],
  ['open ms', ({ openMs }) => openMs.toFixed(0)],
  ['dense ms', ({ denseMs }) => denseMs.toFixed(2)],
  ['retrieval ms', ({ retrievalMs }) => retrievalMs.toFixed(2)],
  ['of processor', ({ retrievalCpuMs }) => retrievalCpuMs.toFixed(2)],
  ['recall@10', ({ recall }) => recall.toFixed(3)],
];

const CURVES: readonly Curve<GrowthPoint>[] = [
  { title: 'Build, seconds of a processor', of: (point) => point.buildCpuSeconds },
  { title: 'Update of one file, seconds of a processor', of: (point) => point.updateCpuSeconds },
  { title: 'Memory of a build, MB', of: (point) => point.buildMegabytes },
  { title: 'Opening, ms', of: (point) => point.openMs },
  { title: 'Retrieval, median ms of a processor', of: (point) => point.retrievalCpuMs },
  { title: 'Index on disk, MB', of: (point) => point.indexMegabytes },
];

/**
 * Measures indexes from 1,000 passages up to `largest`, each in its own process, and writes
 * `growth.json` and `growth.svg` into `outDir` after each, so that a run may be stopped.
 */
export async function runGrowth(
  largest: number,
  outDir: string,
  print: (text: string) => void,
): Promise<void> {
  const machine = thisMachine();
  print(
    `${machineText(machine)}\nMade-up texts, clustered vectors of 384 numbers, a model that takes no time.\n`,
  );
  print(`| ${COLUMNS.map(([name]) => name).join(' | ')} |`);
  print(`|${'--:|'.repeat(COLUMNS.length)}`);
  await mkdir(outDir, { recursive: true });
  const points: GrowthPoint[] = [];
  for (const size of growthSizes(largest)) {
    const { stdout } = await promisify(execFile)(process.execPath, [
      ...['--import', 'tsx', PROGRAM],
      String(size),
    ]);
    const point = GrowthPointSchema.parse(JSON.parse(stdout));
    points.push(point);
    print(`| ${COLUMNS.map(([, show]) => show(point)).join(' | ')} |`);
    await writeFile(
      join(outDir, 'growth.json'),
      `${JSON.stringify({ machine, points }, null, 2)}\n`,
    );
    const plot = growthPlot({ points, curves: CURVES, along: 'passages', size: passagesOf });
    await writeFile(join(outDir, 'growth.svg'), plot);
  }
  print(`\nSaved ${join(outDir, 'growth.json')} and growth.svg.`);
}

function passagesOf({ passages }: GrowthPoint): number {
  return passages;
}

/** 1,000, 3,000, 10,000 and so on, and `largest` itself. */
export function growthSizes(largest: number): number[] {
  const sizes: number[] = [];
  for (let i = 0; FIRST * STEP ** i < largest; i++)
    sizes.push(Number((FIRST * STEP ** i).toPrecision(1)));
  return [...sizes, largest];
}
