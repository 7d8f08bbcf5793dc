import { FootnoteError } from '../src/errors.js';
import type { Evaluation } from './evaluate.js';
import { type Breach, breaches, gateUnder, readGates, writeGate } from './gates.js';
import type { Surroundings } from './main.js';
import type { Options } from './options.js';
import type { Result } from './result-file.js';
import type { Target } from './target/target.js';

/** What came of holding figures against their gate. */
export interface GateOutcome {
  /** `<dataset>.<split>.<reader>` */
  readonly key: string;
  /** None where all is well. */
  readonly breaches: readonly Breach[];
}

/**
 * Holds an evaluation against its gate, or sets the gate just under it.
 * @returns Null where no gate was asked for, or it was just set.
 * @throws FootnoteError `not_found` where there is no gate of this key
 */
export async function heldAgainstGate(
  { gates: wanted, 'gate-save': save }: Options,
  { reader = 'service' }: Target,
  { overall, errors }: Evaluation,
  { dataset, split }: Result,
  { gatesFile: file, print }: Surroundings,
): Promise<GateOutcome | null> {
  if (!wanted && !save) return null;
  const key = `${dataset}.${split}.${reader}`;
  if (save) {
    await writeGate(file, key, gateUnder(overall));
    print(`Set the gate ${key} in ${file}.`);
    return null;
  }
  const gates = await readGates(file);
  const gate = gates[key];
  if (gate === undefined)
    throw new FootnoteError(
      'not_found',
      `${file} has no gate "${key}". It has ${Object.keys(gates).join(', ')}. Set one with --gate-save.`,
    );
  return { key, breaches: breaches(gate, { overall, errors }) };
}
