import { CAPITALS } from './capitals.js';

/** Letters of a country code: two capitals by ISO 3166-1, or three digits by UN M49 for a continent. */
export type PlaceCode = string;

const CONTINENTS = ['002', '003', '005', '009', '019', '142', '150'];
/** Codes of ISO's private and test ranges, and of what is no place. */
const NO_PLACE = /^(?:QO|X[AB]|ZZ|UN|EZ)$/;
/** What no rule gives: short forms and adjectives of their own. */
const FURTHER: readonly (readonly [PlaceCode, string])[] = [
  ['US', 'American,US,USA,United States of America'],
  ['GB', 'British,English,Scottish,Welsh,UK,Britain,Great Britain,England,Scotland,Wales'],
  ['AE', 'UAE,Emirati'],
  ['AF', 'Afghan'],
  ['AR', 'Argentine'],
  ['BD', 'Bangladeshi'],
  ['BE', 'Belgian'],
  ['CD', 'Congo,Congolese'],
  ['CG', 'Congo,Congolese'],
  ['CH', 'Swiss'],
  ['CN', 'PRC'],
  ['CY', 'Cypriot'],
  ['CZ', 'Czech,Czech Republic'],
  ['EU', 'EU'],
  ['GH', 'Ghanaian'],
  ['HR', 'Croat'],
  ['IE', 'Irish'],
  ['KP', 'DPRK'],
  ['KR', 'ROK,Republic of Korea'],
  ['NL', 'Holland'],
  ['PE', 'Peruvian'],
  ['PH', 'Filipino,Philippine'],
  ['PT', 'Portuguese'],
  ['RU', 'Soviet,Soviet Union,USSR'],
  ['SA', 'Saudi'],
  ['TR', 'Turkey'],
];
/** Names that are common words when no capital letter tells them apart. */
const COMMON_WORDS = new Set(
  'chad christmas easter guinea jersey jordan man niger polish reunion turkey us wake welsh'.split(
    ' ',
  ),
);

let names: ReadonlyMap<string, ReadonlySet<PlaceCode>> | undefined;

/**
 * Names of countries and continents in English, in lower case, with the codes they stand for: from the
 * Unicode locale data that the runtime brings (countries, and languages as their adjectives), by rule
 * ("Chile" gives "Chilean"), and capitals.
 */
export function placeNames(): ReadonlyMap<string, ReadonlySet<PlaceCode>> {
  names ??= collect();
  return names;
}

/** Whether a name is taken for a place even where nothing in the text bears a capital letter. */
export function isPlainPlaceName(name: string): boolean {
  return !COMMON_WORDS.has(name);
}

function collect(): Map<string, Set<PlaceCode>> {
  const found = new Map<string, Set<PlaceCode>>();
  const add = (code: PlaceCode, name: string): void => {
    const key = bare(name);
    if (key.length < 2) return;
    const codes = found.get(key) ?? new Set();
    found.set(key, codes.add(code));
  };
  const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  for (const code of [...letterPairs(), ...CONTINENTS]) {
    const name = regions.of(code);
    if (name === undefined || NO_PLACE.test(code)) continue;
    for (const form of formsOf(name)) {
      add(code, form);
      for (const adjective of adjectivesOf(form)) add(code, adjective);
    }
  }
  for (const [code, name] of [...languageNames(), ...CAPITALS]) add(code, name);
  for (const [code, list] of FURTHER) for (const name of list.split(',')) add(code, name);
  return found;
}

/** A name as it is looked up: lower case, without accents and full stops. */
export function bare(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\p{M}.]/gu, '')
    .replace(/[’]/gu, "'")
    .toLowerCase();
}

/** "Myanmar (Burma)" by either name, "South Sudan" also by its last word. */
function formsOf(name: string): string[] {
  const [main = name, other] = name.replace(/\s(?:SAR\s\w+)$/u, '').split(/\s?[()]/u);
  const forms = other === undefined || other === '' ? [main] : [main, other];
  const plain = /^(?:North|South|Northern|Southern|Eastern|Western)\s(\p{Lu}[\p{L}]+)$/u.exec(main);
  return plain?.[1] === undefined ? forms : [...forms, plain[1]];
}

function adjectivesOf(name: string): string[] {
  const stem = name.replace(/(?:[aeoy]|ia)$/u, '');
  return [
    ...(/a$/u.test(name) ? [`${name}n`] : []),
    ...['an', 'ian', 'ean', 'ese', 'ish'].map((ending) => stem + ending),
    ...(/(?:q|n|t|l|i|r)$/u.test(name) ? [`${name}i`] : []),
    ...(/land$/u.test(name) ? [`${name.slice(0, -4)}ish`, `${name}ic`] : []),
  ];
}

/** Languages spoken first in one country, as its adjective; English and others of many countries are left out. */
function languageNames(): [PlaceCode, string][] {
  const display = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  return letterPairs().flatMap((code): [PlaceCode, string][] => {
    const language = code.toLowerCase();
    const name = display.of(language);
    const region = new Intl.Locale(language).maximize().region;
    return name === undefined || region === undefined || SPREAD.has(language)
      ? []
      : [[region, name]];
  });
}

const SPREAD = new Set(['en', 'ar', 'pt', 'sw', 'la', 'eo', 'sa', 'yi', 'ku']);

function letterPairs(): string[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return letters.flatMap((a) => letters.map((b) => a + b));
}
