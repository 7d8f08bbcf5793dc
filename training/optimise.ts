/** Candidates of one question: a row of features each, and which of the rows answer. */
export interface Listing {
  readonly rows: readonly Float64Array[];
  readonly right: readonly boolean[];
  readonly weight: number;
}

/** One example of a yes-or-no question. */
export interface Example {
  readonly row: Float64Array;
  readonly right: boolean;
  readonly weight: number;
}

const STEPS = 300;
const RATE = 0.1;

/**
 * Weights that maximise the log of the probability mass a softmax over each listing gives to its right
 * rows, less `penalty * |w - expected|^2` (listwise logistic regression), by Adam (Kingma and Ba 2015) over all listings at once.
 * `expected` are the weights without any listing, all 0 where none are given.
 */
export function fitListwise(
  listings: readonly Listing[],
  width: number,
  penalty: number,
  expected: Float64Array = new Float64Array(width),
): Float64Array {
  const total = listings.reduce((sum, { weight }) => sum + weight, 0);
  return adam(expected, penalty, width, (weights, gradient) => {
    for (const { rows, right, weight } of listings) {
      const mass = softmax(rows.map((row) => product(row, weights)));
      let good = 0;
      for (const [which, value] of mass.entries()) if (right[which]) good += value;
      for (const [which, row] of rows.entries()) {
        const share = mass[which] as number;
        const push = ((share - (right[which] ? share / good : 0)) * weight) / total;
        if (Math.abs(push) > 1e-12) addScaled(gradient, row, push);
      }
    }
  });
}

/** Weights, the last one the bias, of a logistic regression with the same penalty on all but the bias. */
export function fitLogistic(
  examples: readonly Example[],
  width: number,
  penalty: number,
): Float64Array {
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  return adam(new Float64Array(width + 1), penalty, width, (weights, gradient) => {
    const bias = weights[width] as number;
    for (const { row, right, weight } of examples) {
      const probability = 1 / (1 + Math.exp(-(product(row, weights) + bias)));
      const push = ((probability - (right ? 1 : 0)) * weight) / total;
      addScaled(gradient, row, push);
      gradient[width] = (gradient[width] as number) + push;
    }
  });
}

function adam(
  expected: Float64Array,
  penalty: number,
  penalised: number,
  addGradient: (weights: Float64Array, gradient: Float64Array) => void,
): Float64Array {
  const weights = Float64Array.from(expected);
  const mean = new Float64Array(weights.length);
  const square = new Float64Array(weights.length);
  for (let step = 1; step <= STEPS; step++) {
    const gradient = new Float64Array(weights.length);
    addGradient(weights, gradient);
    for (let i = 0; i < penalised; i++)
      gradient[i] =
        (gradient[i] as number) + 2 * penalty * ((weights[i] as number) - (expected[i] as number));
    const rate = RATE * (1 - step / (STEPS + 1));
    for (const [i, slope] of gradient.entries()) {
      const m = 0.9 * (mean[i] as number) + 0.1 * slope;
      const s = 0.999 * (square[i] as number) + 0.001 * slope * slope;
      mean[i] = m;
      square[i] = s;
      const pull = m / (1 - 0.9 ** step) / (Math.sqrt(s / (1 - 0.999 ** step)) + 1e-9);
      weights[i] = (weights[i] as number) - rate * pull;
    }
  }
  return weights;
}

function softmax(scores: readonly number[]): number[] {
  const highest = Math.max(...scores);
  const exponents = scores.map((score) => Math.exp(score - highest));
  const sum = exponents.reduce((total, value) => total + value, 0);
  return exponents.map((value) => value / sum);
}

function product(row: Float64Array, weights: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < row.length; i++) sum += (row[i] as number) * (weights[i] as number);
  return sum;
}

function addScaled(target: Float64Array, row: Float64Array, scale: number): void {
  for (let i = 0; i < row.length; i++)
    target[i] = (target[i] as number) + scale * (row[i] as number);
}
