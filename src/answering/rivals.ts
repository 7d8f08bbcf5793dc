import type { FigureTold } from './figure-told.js';

/** The figure an answer gives, and those that other sentences give for the same thing. */
export interface Rivals {
  readonly own: FigureTold;
  /** Likeliest first; they may agree with it, or stand in its own document. */
  readonly others: readonly FigureTold[];
}
