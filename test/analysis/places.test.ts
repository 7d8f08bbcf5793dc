import { describe, expect, it } from 'vitest';
import { findPlaces, isSamePlace, type Place } from '../../src/analysis/places.js';

function only(text: string): Place {
  const [place, ...others] = findPlaces(text);
  if (place === undefined || others.length > 0) throw new Error(`not one place: ${text}`);
  return place;
}

describe('findPlaces', () => {
  it.each([
    ['How large is Chilean trade?', 'Chile'],
    ['What did Oslo decide?', 'Norway'],
    ['The French economy shrank.', 'France'],
    ['Spanish ships left.', 'Spain'],
    ['A Dutch painter', 'Netherlands'],
    ['The U.S. economy grew.', 'United States'],
    ['Exports of Côte d’Ivoire', 'Cote d’Ivoire'],
    ['gdp of france', 'France'],
    ['Polish and', 'Poland'],
  ])('knows one country by name, adjective or capital: "%s"', (text, name) => {
    expect(isSamePlace(only(text), only(name))).toBe(true);
  });

  it.each([
    ['Chile exports copper.', 'Peru'],
    ['Sudan', 'South Africa'],
    ['the European Union', 'Asia'],
  ])('tells countries apart: "%s" is not "%s"', (text, name) => {
    expect(isSamePlace(only(text), only(name))).toBe(false);
  });

  it('takes the longest name and gives its offsets', () => {
    const text = 'In South Africa and Papua New Guinea it rains.';
    expect(findPlaces(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'South Africa',
      'Papua New Guinea',
    ]);
  });

  it.each([
    'They told us about the jersey.',
    'He will polish the china',
    'give us a turkey recipe',
  ])('takes no common word for a place: "%s"', (text) => {
    expect(findPlaces(text)).toEqual([]);
  });
});
