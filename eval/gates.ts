import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { FootnoteError } from '../src/errors.js';
import { EXACT_FIGURES, FIGURES } from './figures.js';
import type { Summary } from './summarise.js';

const GateSchema = z.record(z.string(), z.number());

const GatesSchema = z.record(z.string(), GateSchema);

/** By name of figure, the least it may be, or the most where less is better. `errors` is the number of failed requests. */
export type Gate = z.infer<typeof GateSchema>;

/** Gates by what was measured: `<dataset>.<split>.<reader>`. */
export type Gates = z.infer<typeof GatesSchema>;

/** A figure that is not as its gate wants it. */
export interface Breach {
  readonly label: string;
  readonly wanted: string;
  /** Null where it is no longer measured. */
  readonly got: number | null;
}

/** What has a gate: something for each thing that can break. */
const GATED = new Set([
  'right',
  'answerCorrect',
  'answersRight',
  'partsRecall',
  'documentPrecision',
  'documentRecall',
  'passageRecall',
  'evidenceRecall',
  'verbatim',
  'grounded',
  'support',
  'answerQuoted',
  'abstentionRecall',
  'abstentionF1',
  'falseAbstention',
  'wrongAnswers',
  'disagreementRecall',
  'calibrationError',
  'riskCoverageArea',
  'recallAt5',
  'reciprocalRank10',
  'ndcg10',
]);

/** How far below what is reached a gate stands, at least, and in questions where few are measured. */
const MARGIN = 0.04;
const MARGIN_QUESTIONS = 1.5;

/**
 * A gate just under what an evaluation reached: four points of a hundred, or one and a half questions where that is more, so that
 * one flip passes. What must be exact (proven quotes) has no margin. Figures without a value have no gate, nor has one that
 * could not be missed.
 */
export function gateUnder(overall: Summary): Gate {
  const gate: Record<string, number> = { errors: 0 };
  for (const { name, better } of FIGURES) {
    const { value = null, count = 0 } = overall[name] ?? {};
    if (value === null || better === null || !GATED.has(name)) continue;
    const margin = EXACT_FIGURES.has(name) ? 0 : Math.max(MARGIN, MARGIN_QUESTIONS / count);
    const bound = better === 'higher' ? least(value, margin, count) : Math.min(1, value + margin);
    // What is there to be reached by anybody is no gate.
    if (bound > 0 && bound < 1 + Number(better === 'higher')) gate[name] = Number(bound.toFixed(4));
  }
  return gate;
}

/** Where a margin leaves nothing to be wanted, at least half a question's worth: some of what was reached must stay. */
function least(value: number, margin: number, count: number): number {
  return value > margin ? value - margin : Math.min(value, 0.5 / count);
}

/** The figures that are not as a gate wants them; none where all is well. */
export function breaches(gate: Gate, measured: { overall: Summary; errors: number }): Breach[] {
  const { errors: most = 0 } = gate;
  const broken: Breach[] =
    measured.errors > most
      ? [{ label: 'failed requests', wanted: `at most ${most}`, got: measured.errors }]
      : [];
  for (const { name, label, better } of FIGURES) {
    const bound = gate[name];
    if (bound === undefined || better === null) continue;
    const got = measured.overall[name]?.value ?? null;
    const holds = got !== null && (better === 'higher' ? got >= bound - 1e-9 : got <= bound + 1e-9);
    if (!holds)
      broken.push({ label, wanted: `at ${better === 'higher' ? 'least' : 'most'} ${bound}`, got });
  }
  return broken;
}

/** @throws FootnoteError `not_found` where the file cannot be read, `invalid_request` where it holds no gates. */
export async function readGates(file: string): Promise<Gates> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    throw new FootnoteError('not_found', `${file} cannot be read. Set gates with --gate-save.`, {
      cause,
    });
  }
  try {
    return GatesSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new FootnoteError(
      'invalid_request',
      `${file} holds no gates: an object of figures and bounds by dataset.split.reader is wanted. Set them anew with --gate-save.`,
      { cause },
    );
  }
}

/** Sets one gate and keeps the others; a file that is not there is written. */
export async function writeGate(file: string, key: string, gate: Gate): Promise<void> {
  const known = await readGates(file).catch((error: unknown) => {
    if (error instanceof FootnoteError && error.code === 'not_found') return {};
    throw error;
  });
  const all = Object.entries({ ...known, [key]: gate }).sort(([a], [b]) => (a < b ? -1 : 1));
  await writeFile(file, `${JSON.stringify(Object.fromEntries(all), null, 2)}\n`);
}
