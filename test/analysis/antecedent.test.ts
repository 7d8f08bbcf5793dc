import { describe, expect, it } from 'vitest';
import { withAntecedent } from '../../src/analysis/antecedent.js';

describe('withAntecedent', () => {
  it.each([
    [
      'What do they mainly sell?',
      'How many Swedish firms trade with Peru?',
      'What do Swedish firms mainly sell?',
    ],
    [
      'What must boats do to protect them?',
      'How do the mill gates close?',
      'What must boats do to protect the mill gates?',
    ],
    [
      'How did it spare the town?',
      'What was the Oakes plan on flooding called?',
      'How did the Oakes plan spare the town?',
    ],
    ['When was it built?', 'Who designed the mill?', 'When was the mill built?'],
    [
      'What was his trade?',
      'Where did Josiah Penhallow live?',
      'What was Josiah Penhallow’s trade?',
    ],
    ['What are their wages?', 'How many workers came?', 'What are workers’ wages?'],
  ])('reads "%s" after "%s"', (clause, before, expected) => {
    expect(withAntecedent(clause, before)).toBe(expected);
  });

  it.each([
    ['Who paid for the bridge?', 'How long is the canal?'],
    ['When was he born?', 'Who signed for the town?'],
    ['When was she born?', 'Did Ann Lee meet Ruth Dowsing?'],
    ['How does it work?', 'Why did Penhallow wait?'],
  ])('leaves "%s" after "%s"', (clause, before) => {
    expect(withAntecedent(clause, before)).toBeNull();
  });
});
