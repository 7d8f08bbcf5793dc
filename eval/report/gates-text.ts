import type { Breach } from '../gates.js';

/** Whether a gate holds, and each figure that breaks it with what was wanted and what came. */
export function gatesText(key: string, broken: readonly Breach[]): string {
  if (broken.length === 0) return `The gate ${key} holds.`;
  return [
    `The gate ${key} is broken.`,
    ...broken.map(
      ({ label, wanted, got }) =>
        `  - ${label}: wanted ${wanted}, got ${got === null ? 'nothing' : Number(got.toFixed(4))}`,
    ),
  ].join('\n');
}
