import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { machineText, thisMachine } from '../machine.js';
import { type Curve, growthPlot } from './growth-plot.js';
import { measureVectors, type VectorPoint } from './measure-vectors.js';
import { growthSizes } from './run-growth.js';

const CURVES: readonly Curve<VectorPoint>[] = [
  { title: 'Linking, seconds of a processor', of: (point) => point.buildCpuSeconds },
  { title: 'Memory, MB', of: (point) => point.memoryMegabytes },
  { title: 'File, MB', of: (point) => point.fileMegabytes },
  { title: 'Opening, ms', of: (point) => point.openMs },
  { title: 'Search, median ms of a processor', of: (point) => point.searchCpuMs },
  { title: 'Recall@10, share', of: (point) => point.recall },
];

const COLUMNS: readonly [string, (point: VectorPoint) => string][] = [
  ['vectors', ({ vectors }) => vectors.toLocaleString('en')],
  ['linking s of a processor', ({ buildCpuSeconds }) => buildCpuSeconds.toFixed(1)],
  ['memory MB', ({ memoryMegabytes }) => memoryMegabytes.toFixed(0)],
  ['file MB', ({ fileMegabytes }) => fileMegabytes.toFixed(1)],
  ['open ms', ({ openMs }) => openMs.toFixed(0)],
  ['search ms', ({ searchMs }) => searchMs.toFixed(2)],
  ['of processor', ({ searchCpuMs }) => searchCpuMs.toFixed(2)],
  ['exact search ms', ({ exactCpuMs }) => exactCpuMs.toFixed(1)],
  ['recall@10', ({ recall }) => recall.toFixed(3)],
];

/** Measures the search graph from 1,000 vectors up to `largest` and writes `vectors.json` and `vectors.svg` after each size, so that a run may be stopped. */
export async function runVectors(
  largest: number,
  outDir: string,
  print: (text: string) => void,
): Promise<void> {
  const machine = thisMachine();
  print(`${machineText(machine)}\nMade-up vectors of 384 numbers in clusters of 50.\n`);
  print(`| ${COLUMNS.map(([name]) => name).join(' | ')} |`);
  print(`|${'--:|'.repeat(COLUMNS.length)}`);
  await mkdir(outDir, { recursive: true });
  const points: VectorPoint[] = [];
  for await (const point of measureVectors(growthSizes(largest))) {
    points.push(point);
    print(`| ${COLUMNS.map(([, show]) => show(point)).join(' | ')} |`);
    const content = JSON.stringify({ machine, points }, null, 2);
    await writeFile(join(outDir, 'vectors.json'), `${content}\n`);
    const plot = growthPlot({ points, curves: CURVES, along: 'vectors', size: vectorsOf });
    await writeFile(join(outDir, 'vectors.svg'), plot);
  }
}

function vectorsOf({ vectors }: VectorPoint): number {
  return vectors;
}
