import type { MeanChange } from '../compare.js';
import { FIGURES } from '../figures.js';
import { formatInterval, formatValue } from '../report/format-figure.js';
import { table } from '../report/table.js';
import type { Summary } from '../summarise.js';
import type { ChatFigures } from './chat-figures.js';
import { chatText } from './chat-text.js';

/** The same questions asked of the extractive reader alone and with the chat model. */
export interface Beside {
  readonly dataset: string;
  readonly split: string;
  readonly questions: number;
  readonly reader: string;
  /** The model and its server. */
  readonly model: string;
  readonly without: Summary;
  readonly with: Summary;
  readonly errors: { readonly without: number; readonly with: number };
  /** Means that differ by more than chance. */
  readonly changes: readonly MeanChange[];
  /** Questions that were right without it only and with it only, and the chance of flips as uneven as that. */
  readonly lost: number;
  readonly won: number;
  readonly chance: number;
  readonly chat: ChatFigures;
}

/** One row a figure that either was measured by, both readers beside each other, then what the model did and cost. */
export function besideText(beside: Beside): string {
  const changed = new Set(beside.changes.map(({ name }) => name));
  const rows = FIGURES.flatMap(({ name, label, unit }) => {
    const [without, withModel] = [beside.without[name], beside.with[name]];
    if (without === undefined || withModel === undefined) return [];
    if (without.value === null && withModel.value === null) return [];
    const cells = [without, withModel].flatMap((one) => [
      formatValue(one.value, unit),
      formatInterval(one, unit),
    ]);
    return [[label, ...cells, changed.has(name) ? '*' : '']];
  });
  return [
    `${beside.dataset}, ${beside.split} split, ${beside.questions} questions; ${beside.model}`,
    table([
      ['', beside.reader, '95 % interval', 'chat model', '95 % interval', ''],
      ...rows,
      ['errors', String(beside.errors.without), '', String(beside.errors.with), '', ''],
    ]),
    '* more than chance, question by question',
    `Right with the chat model only: ${beside.won}; without it only: ${beside.lost}; p = ${beside.chance.toFixed(3)} (McNemar).`,
    '',
    chatText(beside.chat),
  ].join('\n');
}
