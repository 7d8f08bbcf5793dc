import type { Span } from '../domain/span.js';
import { isStopWord } from './terms.js';

/** A run of capitalised words, taken for a proper name. */
export interface Name extends Span {
  readonly text: string;
}

const NAME =
  /\p{Lu}[\p{L}\p{M}\p{N}&.'’-]*(?:\s(?:(?:of|for|and|&|the|de|von|van|al|bin)\s){0,2}\p{Lu}[\p{L}\p{M}\p{N}&.'’-]*)*/gu;

/** Words that often open a sentence, and so bear a capital, without being a name or a stop word. */
const OPENERS = new Set(
  (
    'about accordingly according additionally along approximately also although among another around based besides beyond combined ' +
    'consequently define describe despite even experts explain finally first following furthermore generally give hence however indeed instead key ' +
    'last later likewise list many meanwhile moreover most nevertheless next notably now overall rather recently roughly second ' +
    'several show similarly since some specifically still then tell therefore third thus today ultimately unlike usually yet'
  ).split(' '),
);

/** Proper names as far as capital letters tell; a common word is no name merely because it opens a sentence. */
export function findNames(text: string): Name[] {
  const names: Name[] = [];
  for (const match of text.matchAll(NAME)) {
    let start = match.index;
    let name = match[0].replace(/[.'’-]+$/u, (tail) => (/\p{Lu}\.$/u.test(match[0]) ? tail : ''));
    name = name.replace(/['’]s$/u, '');
    const first = /^\S+/u.exec(name)?.[0] ?? '';
    if (isStopWord(first) || OPENERS.has(first.toLowerCase().replace(/,$/, ''))) {
      const rest = name.slice(first.length).trimStart();
      start += name.length - rest.length;
      name = rest.replace(/^(?:of|for|and|the)\s/u, (lead) => {
        start += lead.length;
        return '';
      });
    }
    if (name !== '' && /\p{Lu}/u.test(name[0] ?? ''))
      names.push({ start, end: start + name.length, text: name });
  }
  return names;
}
