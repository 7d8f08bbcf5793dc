import { describe, expect, it } from 'vitest';
import { leansOnBefore } from '../../src/answering/stand-alone.js';

describe('leansOnBefore', () => {
  it.each([
    'It was built in 1742.',
    'However, they never came back.',
    'This led to a quarrel over the fee.',
    'In addition, she founded a school.',
    'He said, “The river is high.”',
    'The wheel must turn.”',
    "The wheel must turn,' said the miller.",
    'The former was sold in 1911.',
    '“A mill must turn,” she used to say.',
    '"The wheel is wet," said he.',
  ])('finds that "%s" needs what stands before it', (text) => {
    expect(leansOnBefore(text)).toBe(true);
  });

  it.each([
    'The mill was built in 1742.',
    'It is necessary to close the gates at night.',
    'Ann Lee said, “The wheel must turn.”',
    'Visitors’ moorings are yellow.',
    "The mill's owner said it was the owners' fault.",
    '“The river is high,” said Ruth.',
    'In 1911 the storm broke the gate.',
  ])('finds that "%s" stands alone', (text) => {
    expect(leansOnBefore(text)).toBe(false);
  });
});
