import { fitLogistic } from './optimise.js';

/** A straight line through log-odds. */
export interface Scaling {
  readonly slope: number;
  readonly offset: number;
}

/**
 * The line through log-odds that makes confidences fit how often they are right (Platt 1999). What they were
 * learned on holds other shares of answerable questions than what people ask.
 */
export function fitScaling(
  examples: readonly { readonly confidence: number; readonly right: boolean }[],
): Scaling {
  const [slope = 1, offset = 0] = fitLogistic(
    examples.map(({ confidence, right }) => ({
      row: Float64Array.of(logOdds(confidence)),
      right,
      weight: 1,
    })),
    1,
    0,
  );
  return { slope, offset };
}

/** A confidence after scaling. */
export function scaleProbability(confidence: number, slope: number, offset: number): number {
  return 1 / (1 + Math.exp(-(slope * logOdds(confidence) + offset)));
}

/** The weights, the last one the bias, of the same regression after scaling. */
export function scaleLogistic(weights: Float64Array, slope: number, offset: number): Float64Array {
  const scaled = weights.map((weight) => weight * slope);
  scaled[scaled.length - 1] = (scaled.at(-1) ?? 0) + offset;
  return scaled;
}

/** Probabilities nearer to 0 or 1 than this are no surer. */
const LEAST = 1e-9;

function logOdds(probability: number): number {
  const inside = Math.max(LEAST, Math.min(1 - LEAST, probability));
  return Math.log(inside / (1 - inside));
}
