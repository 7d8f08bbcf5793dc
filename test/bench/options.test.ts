import { describe, expect, it } from 'vitest';
import { parseOptions } from '../../bench/options.js';

describe('options', () => {
  it('are a thorough run that writes no further file unless told', () => {
    expect(parseOptions([])).toEqual({ quick: false, json: undefined, help: false });
    expect(parseOptions(['--quick', '--json', 'figures.json'])).toEqual({
      quick: true,
      json: 'figures.json',
      help: false,
    });
  });

  it.each([['--fast'], ['figures.json'], ['--json']])(
    'refuse %s and point to the help',
    (wrong) => {
      expect(() => parseOptions([wrong])).toThrow(/--help/);
    },
  );
});
