/** Rows and their scores, gathered from many lists by adding up. */
export interface ScoreSum {
  add(row: number, score: number): void;
  /** The best rows so far, best first, equal scores by row. Begins anew with nothing. */
  takeBest(limit: number): { readonly row: number; readonly score: number }[];
}

/** A sum over rows from 0 to `lastRow`; made once and used for one search after another. Every score has to be above 0. */
export function createScoreSum(lastRow: number): ScoreSum {
  const sums = new Float64Array(lastRow + 1);
  let touched: number[] = [];

  /** Whether `a` comes after `b`. */
  const isWorse = (a: number, b: number) => {
    const difference = (sums[a] as number) - (sums[b] as number);
    return difference < 0 || (difference === 0 && a > b);
  };

  /** Puts the worst of a heap's rows on top again after its top was exchanged. */
  function sink(heap: number[]): void {
    let at = 0;
    for (;;) {
      let worst = at;
      for (const child of [2 * at + 1, 2 * at + 2])
        if (child < heap.length && isWorse(heap[child] as number, heap[worst] as number))
          worst = child;
      if (worst === at) return;
      [heap[at], heap[worst]] = [heap[worst] as number, heap[at] as number];
      at = worst;
    }
  }

  return {
    add: (row, score) => {
      if (sums[row] === 0) touched.push(row);
      sums[row] = (sums[row] as number) + score;
    },
    takeBest: (limit) => {
      // A list in order, worst first, is a heap with the worst on top.
      const heap = touched.slice(0, limit).sort((a, b) => (isWorse(a, b) ? -1 : 1));
      for (const row of touched.slice(limit)) {
        if (!isWorse(heap[0] as number, row)) continue;
        heap[0] = row;
        sink(heap);
      }
      const best = heap
        .sort((a, b) => (isWorse(b, a) ? -1 : 1))
        .map((row) => ({ row, score: sums[row] as number }));
      for (const row of touched) sums[row] = 0;
      touched = [];
      return best;
    },
  };
}
