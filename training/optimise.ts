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

const STEPS = 600;
const RATE = 0.05;

/**
 * Weights that maximise the log of the probability mass a softmax over each listing gives to its right
 * rows, less `penalty * |w|^2` (listwise logistic regression), by Adam (Kingma and Ba 2015) over all listings at once.
 */
export function fitListwise(
  listings: readonly Listing[],
  width: number,
  penalty: number,
): number[] {
  return adam(width, (weights, gradient) => {
    const total = listings.reduce((sum, { weight }) => sum + weight, 0);
    for (const { rows, right, weight } of listings) {
      const scores = rows.map((row) => product(row, weights));
      const highest = Math.max(...scores);
      const mass = scores.map((score) => Math.exp(score - highest));
      const all = mass.reduce((sum, value) => sum + value, 0);
      const good = mass.reduce((sum, value, which) => (right[which] ? sum + value : sum), 0);
      rows.forEach((row, which) => {
        const share = (mass[which] ?? 0) / all;
        const wanted = right[which] ? (mass[which] ?? 0) / good : 0;
        const push = ((share - wanted) * weight) / total;
        if (push !== 0)
          for (let i = 0; i < width; i++) gradient[i] = (gradient[i] ?? 0) + push * (row[i] ?? 0);
      });
    }
    for (let i = 0; i < width; i++)
      gradient[i] = (gradient[i] ?? 0) + 2 * penalty * (weights[i] ?? 0);
  });
}

/** Weights, the last one the bias, of a logistic regression with the same penalty on all but the bias. */
export function fitLogistic(
  examples: readonly Example[],
  width: number,
  penalty: number,
): number[] {
  return adam(width + 1, (weights, gradient) => {
    const total = examples.reduce((sum, { weight }) => sum + weight, 0);
    for (const { row, right, weight } of examples) {
      const probability = 1 / (1 + Math.exp(-(product(row, weights) + (weights[width] ?? 0))));
      const push = ((probability - (right ? 1 : 0)) * weight) / total;
      for (let i = 0; i < width; i++) gradient[i] = (gradient[i] ?? 0) + push * (row[i] ?? 0);
      gradient[width] = (gradient[width] ?? 0) + push;
    }
    for (let i = 0; i < width; i++)
      gradient[i] = (gradient[i] ?? 0) + 2 * penalty * (weights[i] ?? 0);
  });
}

function adam(
  width: number,
  addGradient: (weights: readonly number[], gradient: number[]) => void,
): number[] {
  const weights = new Array<number>(width).fill(0);
  const mean = new Array<number>(width).fill(0);
  const square = new Array<number>(width).fill(0);
  for (let step = 1; step <= STEPS; step++) {
    const gradient = new Array<number>(width).fill(0);
    addGradient(weights, gradient);
    const rate = RATE * (1 - step / (STEPS + 1));
    for (let i = 0; i < width; i++) {
      const slope = gradient[i] ?? 0;
      mean[i] = 0.9 * (mean[i] ?? 0) + 0.1 * slope;
      square[i] = 0.999 * (square[i] ?? 0) + 0.001 * slope * slope;
      const m = (mean[i] ?? 0) / (1 - 0.9 ** step);
      const s = (square[i] ?? 0) / (1 - 0.999 ** step);
      weights[i] = (weights[i] ?? 0) - (rate * m) / (Math.sqrt(s) + 1e-9);
    }
  }
  return weights;
}

function product(row: Float64Array, weights: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < row.length; i++) sum += (row[i] ?? 0) * (weights[i] ?? 0);
  return sum;
}
