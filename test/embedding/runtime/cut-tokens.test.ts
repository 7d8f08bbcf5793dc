import { describe, expect, it } from 'vitest';
import { closingTokens, cutTokens } from '../../../src/embedding/runtime/cut-tokens.js';

describe('cutting tokens', () => {
  it('keeps the token that closes the text', () => {
    expect(closingTokens([101, 102], [101, 7, 102])).toEqual([102]);
    expect(cutTokens([101, 1, 2, 3, 4, 102], 4, [102])).toEqual([101, 1, 2, 102]);
  });

  it('works where nothing opens or closes a text', () => {
    expect(closingTokens([], [7])).toEqual([]);
    expect(cutTokens([1, 2, 3], 2, [])).toEqual([1, 2]);
  });

  it('leaves short text alone', () => {
    expect(cutTokens([101, 1, 102], 3, [102])).toEqual([101, 1, 102]);
  });
});
