import { describe, expect, it } from 'vitest';
import { createProgress } from '../../eval/progress.js';

function shown(isTTY: boolean, steps: readonly number[], all: number): string[] {
  const written: string[] = [];
  let ms = 0;
  const stream = { isTTY, columns: 60, write: (text: string) => written.push(text) };
  const progress = createProgress(stream, () => {
    ms += 1000;
    return ms;
  });
  for (const done of steps) progress(done, all);
  return written;
}

describe('progress', () => {
  it('is a bar with the time that is left in a terminal', () => {
    const [, second, , last] = shown(true, [1, 2, 3, 4], 4);
    expect(second).toBe('\r\u001b[2K████████████░░░░░░░░░░░░ 2 of 4 questions, 0:02 left');
    expect(last).toBe('\r\u001b[2K████████████████████████ 4 of 4 questions\n');
  });

  it('is a line every tenth of the way in a log', () => {
    const lines = shown(
      false,
      [...Array(100).keys()].map((n) => n + 1),
      100,
    );
    expect(lines).toHaveLength(11);
    expect(lines.at(-1)).toBe('100 of 100 questions\n');
  });
});
