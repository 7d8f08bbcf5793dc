import type { Connection } from './database.js';
import { type PassageLengths, readPassageLengths } from './passage-lengths.js';

/** BM25 as SQLite's FTS5 has it: k1, b, and the least inverse document frequency. A term in the title or headings above a passage counts as one in it. */
const SATURATION = 1.2;
const LENGTH_SHARE = 0.75;
const LEAST_RARITY = 1e-6;

/** Passages of terms that are kept ready, 12 bytes each: 48 MB. The terms asked for last stay; the frequent ones soon are among them. */
const KEPT_PLACES = 4_000_000;

/** What the full-text table stores as one term, as it is: the tokenizer would cut or change anything else. */
const ONE_TERM = /^[a-z\d.,\u0080-\u{10ffff}]{1,1000}$/u;

/** The passages a term stands in, rows ascending, each with what the term adds to its BM25. */
export interface TermScores {
  readonly rows: Int32Array;
  readonly scores: Float64Array;
}

/**
 * Gives what a term, or terms joined by a blank, add to the BM25 of passages. BM25 is a sum over terms of what depends on
 * that term alone, so what is found once of a term serves every later query with it.
 */
export function createTermScores(
  database: Connection,
  lastRow: number,
  keptPlaces = KEPT_PLACES,
): (term: string) => TermScores {
  const places = createPlaces(database, lastRow);
  const phrases = createPhrases(database);
  // A Map iterates in insertion order: putting a used entry back at the end keeps the oldest first.
  const kept = new Map<string, TermScores>();
  let held = 0;

  return (term) => {
    const found = kept.get(term) ?? (ONE_TERM.test(term) ? places(term) : phrases(term));
    if (!kept.delete(term)) held += found.rows.length;
    kept.set(term, found);
    for (const [oldest, { rows }] of kept) {
      if (held <= keptPlaces || oldest === term) break;
      kept.delete(oldest);
      held -= rows.length;
    }
    return found;
  };
}

/** Scores a term by its places: 0.4 µs a place, where `bm25()` of FTS5 takes 2 to 3 and comes to the very same figures. */
function createPlaces(database: Connection, lastRow: number): (term: string) => TermScores {
  const read = database
    .prepare<[string], string>(
      'SELECT json_group_array(doc) FROM temp.passage_places WHERE term = ?',
    )
    .pluck();
  const logarithm = database.prepare<[number], number>('SELECT ln(?)').pluck();
  let lengths: PassageLengths | undefined;
  return (term) => {
    lengths ??= readPassageLengths(database, lastRow);
    const { ofRow, mean, passages } = lengths;
    const places = JSON.parse(read.get(term) as string) as number[];
    const rows = new Int32Array(places.length);
    const times = new Float64Array(places.length);
    let count = 0;
    for (const place of places) {
      if (count === 0 || rows[count - 1] !== place) rows[count++] = place;
      times[count - 1] = (times[count - 1] as number) + 1;
    }
    const odds = (passages - count + 0.5) / (count + 0.5);
    const weight = odds > 1 ? (logarithm.get(odds) as number) : LEAST_RARITY;
    const rarity = Math.max(weight, LEAST_RARITY);
    const scores = times.slice(0, count);
    for (let i = 0; i < count; i++) {
      const often = scores[i] as number;
      const length = (LENGTH_SHARE * (ofRow[rows[i] as number] as number)) / mean;
      const full = often + SATURATION * (1 - LENGTH_SHARE + length);
      scores[i] = rarity * ((often * (SATURATION + 1)) / full);
    }
    return { rows: rows.slice(0, count), scores };
  };
}

/** Scores terms that follow one another, or what is no term as it stands, by FTS5 itself, which negates scores. */
function createPhrases(database: Connection): (phrase: string) => TermScores {
  const read = database
    .prepare<[string], [row: number, score: number]>(
      'SELECT rowid, -bm25(passage_terms) FROM passage_terms WHERE passage_terms MATCH ?',
    )
    .raw();
  return (phrase) => {
    // Quoted, so that nothing in it is taken for an operator.
    const found = read.all(`"${phrase.replaceAll('"', '""')}"`);
    return {
      rows: Int32Array.from(found, ([row]) => row),
      scores: Float64Array.from(found, ([, score]) => score),
    };
  };
}
