import { describe, expect, it } from 'vitest';
import { machineText, thisMachine } from '../../bench/machine.js';

describe('machine', () => {
  it('names what figures depend on', () => {
    const machine = thisMachine();
    expect(machine.node).toBe(process.version);
    expect(machineText(machine)).toContain(`${machine.cores} cores`);
  });

  it('warns where something else runs, and only there', () => {
    const machine = { ...thisMachine(), cores: 2 };
    expect(machineText({ ...machine, loadBefore: 0.2 })).not.toContain('busy');
    expect(machineText({ ...machine, loadBefore: 3 })).toContain('busy');
  });
});
