import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuantities } from '../../src/analysis/quantities.js';

function seen(text: string) {
  return findQuantities(text).map(({ kind, text: own, value, unit }) => [kind, own, value, unit]);
}

describe('findQuantities', () => {
  it.each([
    ['It rose to $77.2 billion.', [['money', '$77.2 billion', 77.2e9, '$']]],
    ['It paid 800 million dollars.', [['money', '800 million dollars', 8e8, '$']]],
    [
      'A share of 31.6% or 6 per cent',
      [
        ['percent', '31.6%', 31.6, '%'],
        ['percent', '6 per cent', 6, '%'],
      ],
    ],
    [
      'It grew 352-fold, about 350 times.',
      [
        ['multiple', '352-fold', 352, ''],
        ['multiple', '350 times', 350, ''],
      ],
    ],
    ['the third-largest partner', [['ordinal', 'third-largest', 3, '']]],
    ['on 22 June 1965', [['date', '22 June 1965', 1965, '']]],
    ['on June 20, 2025', [['date', 'June 20, 2025', 2025, '']]],
    ['in 1988', [['date', '1988', 1988, '']]],
    ['after 14 years', [['duration', '14 years', 14, 'years']]],
    ['12,700 companies', [['count', '12,700 companies', 12_700, 'companies']]],
    ['two engines', [['count', 'two engines', 2, 'engines']]],
    ['more than 70 billion in a year', [['count', '70 billion', 70e9, '']]],
  ])('reads %s', (text, expected) => {
    expect(seen(text)).toEqual(expected);
  });

  it('does not take a year out of a figure or a figure out of a name', () => {
    expect(seen('$2024 and 2024.5 and the G7')).not.toContainEqual(['date', '2024', 2024, '']);
    expect(seen('the G7 summit')).toEqual([]);
  });

  it('gives exact, ordered spans that do not overlap', () => {
    const part = fc.constantFrom(
      '$5 million',
      '3%',
      'June 2020',
      'two',
      '1,000',
      ' ',
      '. ',
      'x',
      '60th',
      'times',
      '😀',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        let end = 0;
        for (const found of findQuantities(text)) {
          expect(text.slice(found.start, found.end)).toBe(found.text);
          expect(found.start).toBeGreaterThanOrEqual(end);
          end = found.end;
        }
      }),
    );
  });
});
