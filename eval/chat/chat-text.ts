import { formatValue } from '../report/format-figure.js';
import { table } from '../report/table.js';
import type { ChatFigures } from './chat-figures.js';

/** What the chat model did, as rows of name and value. */
function chatRows(figures: ChatFigures): [string, string][] {
  const { responses, byModel, written, verified, repaired, dropped, calls } = figures;
  const share = (part: number, whole: number) =>
    whole === 0 ? '–' : `${formatValue(part / whole, 'share')} %`;
  const each = (sum: number) => (sum / responses).toFixed(1);
  const estimated = figures.isEstimated ? ', in part estimated' : '';
  return [
    ['answers in its words', `${byModel} of ${responses}`],
    ['the others', listed(figures.fallbacks)],
    ['questions in its words', String(figures.reworded)],
    ['sentences written', String(written)],
    ['verified as written', share(verified, written)],
    ['verified once written again', share(repaired, written)],
    ['verified-sentence rate', share(verified + repaired, written)],
    ['dropped-sentence rate', share(dropped, written)],
    ['failed checks', listed(figures.failures)],
    ['requests, a question', `${calls}, ${each(calls)}`],
    [
      'tokens, prompt and reply, a question',
      `${figures.promptTokens} + ${figures.completionTokens}, ${each(
        figures.promptTokens + figures.completionTokens,
      )}${estimated}`,
    ],
    [
      'waiting for it, p50 and p95 ms',
      `${formatValue(figures.waitP50Ms, 'ms')}, ${formatValue(figures.waitP95Ms, 'ms')}`,
    ],
  ];
}

/** The rows as a section of a report. */
export function chatText(figures: ChatFigures): string {
  return `Chat model\n${table(chatRows(figures))}`;
}

function listed(counts: Readonly<Record<string, number>>): string {
  const all = Object.entries(counts).map(([name, count]) => `${name} ${count}`);
  return all.length === 0 ? 'none' : all.join(', ');
}
