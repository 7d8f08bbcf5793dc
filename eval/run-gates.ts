import { FootnoteError } from '../src/errors.js';
import type { Evaluation } from './evaluate.js';
import { breaches, gateUnder, readGates, writeGate } from './gates.js';
import { gatesText } from './report/gates-text.js';

interface GateRun {
  /** `<dataset>.<split>.<reader>` */
  readonly key: string;
  readonly file: string;
  readonly save: boolean;
  readonly print: (text: string) => void;
}

/**
 * Holds an evaluation against its gate, or sets the gate just under it.
 * @returns Whether it passes; one that was just set does.
 * @throws FootnoteError `not_found` where there is no gate of this key
 */
export async function passesGate(
  { overall, errors }: Evaluation,
  { key, file, save, print }: GateRun,
): Promise<boolean> {
  if (save) {
    await writeGate(file, key, gateUnder(overall));
    print(`\nSet the gate ${key} in ${file}.`);
    return true;
  }
  const gates = await readGates(file);
  const gate = gates[key];
  if (gate === undefined)
    throw new FootnoteError(
      'not_found',
      `${file} has no gate "${key}". It has ${Object.keys(gates).join(', ')}. Set one with --gate-save.`,
    );
  const broken = breaches(gate, { overall, errors });
  print(`\n${gatesText(key, broken)}`);
  return broken.length === 0;
}
