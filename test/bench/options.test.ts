import { describe, expect, it } from 'vitest';
import { parseOptions } from '../../bench/options.js';

describe('options', () => {
  it('are a thorough run that writes no further file unless told', () => {
    expect(parseOptions([])).toEqual({
      quick: false,
      json: undefined,
      growth: undefined,
      vectors: undefined,
      help: false,
    });
    expect(parseOptions(['--quick', '--json', 'figures.json'])).toEqual({
      quick: true,
      json: 'figures.json',
      growth: undefined,
      vectors: undefined,
      help: false,
    });
    expect(parseOptions(['--growth', '100000']).growth).toBe(100_000);
    expect(parseOptions(['--vectors', '1000000']).vectors).toBe(1_000_000);
  });

  it.each([['--fast'], ['figures.json'], ['--json'], ['--growth', '5'], ['--growth', 'all']])(
    'refuse %s and point to the help',
    (...wrong) => {
      expect(() => parseOptions(wrong)).toThrow(/--help/);
    },
  );
});
