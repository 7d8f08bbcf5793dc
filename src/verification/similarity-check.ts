import { akin } from '../analysis/akin.js';
import type { EmbeddingModel } from '../domain/embedding-model.js';
import { isSaidOtherwise } from './directions.js';
import type { Piece } from './evidence.js';
import type { StatedWord, Statement } from './statement.js';

/** How near a sentence is to what it cites. */
export interface Nearness {
  /** Cosine of the sentence and its evidence, -1 to 1. */
  readonly cosine: number;
  /** Share, 0 to 1, of its telling words, names, figures and dates left out, that stand in the evidence, in this or a kindred form. */
  readonly borne: number;
  /** The longest run of telling words that do not. */
  readonly strangers: number;
}

/** Least cosine, least share and longest run a sentence may have; calibrated by `npm run verification`. */
export interface NearnessBounds {
  readonly cosine: number;
  readonly borne: number;
  readonly strangers: number;
}

/** What `npm run verification` found on the development half of its pairs; docs/verification.md shows it. */
export const NEARNESS_BOUNDS: NearnessBounds = { cosine: 0.65, borne: 0.65, strangers: 1 };

/** How near a sentence is to its evidence, by the local embedding model and by words. */
export async function nearnessOf(
  claim: Statement,
  pieces: readonly Piece[],
  model: Pick<EmbeddingModel, 'embedPassages'>,
  signal?: AbortSignal,
): Promise<Nearness> {
  const whole = pieces.map(({ text }) => text);
  const single = pieces.flatMap(({ quotes }) => quotes.map(({ quote }) => quote));
  const texts = [claim.text, ...new Set([whole.join(' '), ...whole, ...single])];
  const [own, ...others] = await model.embedPassages(texts, signal === undefined ? {} : { signal });
  const cosine = Math.max(-1, ...others.map((other) => (own === undefined ? -1 : dot(own, other))));
  return { cosine, ...borneBy(claim, pieces) };
}

/** What keeps a sentence from passing as near enough; empty where nothing does. A figure that is no number fails. */
export function nearnessFailures(
  { cosine, borne, strangers }: Nearness,
  bounds: NearnessBounds = NEARNESS_BOUNDS,
): string[] {
  return [
    ...(cosine >= bounds.cosine ? [] : ['it is about something else than the quotes it cites']),
    ...(borne >= bounds.borne && strangers <= bounds.strangers
      ? []
      : ['it says more than the quotes it cites; keep to their words']),
  ];
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? Number.NaN);
  return sum;
}

function borneBy(claim: Statement, pieces: readonly Statement[]): Omit<Nearness, 'cosine'> {
  const said = pieces.flatMap(({ words }) => words.map(({ stem }) => stem));
  const isBorne = ({ stem }: StatedWord) =>
    said.some((other) => akin(stem, other)) || isSaidOtherwise(stem, said);
  const checked = [...claim.parties, ...claim.figures, ...claim.dates];
  const isChecked = (word: StatedWord) =>
    checked.some(({ start, end }) => word.start >= start && word.end <= end);
  const telling = claim.words.filter((word) => word.isTelling && !isChecked(word));
  let run = 0;
  let strangers = 0;
  for (const word of telling) {
    run = isBorne(word) ? 0 : run + 1;
    strangers = Math.max(strangers, run);
  }
  const borne = telling.filter(isBorne).length;
  return { borne: telling.length === 0 ? 1 : borne / telling.length, strangers };
}
