import type { QuantityKind } from './quantities.js';

/** What kind of thing answers a question. `open` where the wording does not tell. */
export type AnswerType =
  | QuantityKind
  | 'amount'
  | 'person'
  | 'place'
  | 'name'
  | 'list'
  | 'yesNo'
  | 'reason'
  | 'definition'
  | 'manner'
  | 'open';
