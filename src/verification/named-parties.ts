import { findNames } from '../analysis/names.js';
import type { Party } from '../analysis/parties.js';
import { findPlaces, type Place } from '../analysis/places.js';
import { terms } from '../analysis/terms.js';

/** Words that join names and are none themselves. */
const JOINING = /^(?:\s|['’]s\b|[,&-]|\b(?:of|for|and|the|de|von|van|al|bin)\b)+/u;
const JOINING_AT_END = /(?:\s|[,&-]|\b(?:of|for|and|the|de|von|van|al|bin)\b)+$/u;

/**
 * The places of a text and its other proper names, in order. Of a name that holds a place ("Federation of Korean
 * Industries") the rest is a name of its own, so that no part of it goes unseen.
 */
export function namedParties(text: string): Party[] {
  const places = findPlaces(text);
  const others = findNames(text).flatMap(({ start, end }) => besides(text, start, end, places));
  return [
    ...places.map((place): Party => ({ ...place, terms: terms(place.text), place })),
    ...others,
  ].sort((a, b) => a.start - b.start);
}

/** The stretches of a name between the places in it. */
function besides(text: string, start: number, end: number, places: readonly Place[]): Party[] {
  const inside = places.filter((place) => place.start < end && place.end > start);
  const edges = [start, ...inside.flatMap((place) => [place.start, place.end]), end];
  const parties: Party[] = [];
  for (let at = 0; at + 1 < edges.length; at += 2) {
    let [from = 0, to = 0] = [edges[at], edges[at + 1]];
    if (from >= to) continue;
    from += JOINING.exec(text.slice(from, to))?.[0].length ?? 0;
    to -= JOINING_AT_END.exec(text.slice(from, to))?.[0].length ?? 0;
    const name = text.slice(from, to);
    if (/^\p{Lu}/u.test(name))
      parties.push({ start: from, end: to, terms: terms(name), place: null });
  }
  return parties;
}
