import { type Html, html } from '../page/html.js';

const WIDTH = 160;
/** Room for half a dot at either end. */
const END = 5;

/** A share with its interval as a bar in a row of a table, which says it in figures too. */
export function shareBar(value: number | null, low: number | null, high: number | null): Html {
  if (value === null) return html``;
  const at = (share: number) => Math.round(share * (WIDTH - 2 * END) * 10) / 10 + END;
  const whisker =
    low === null || high === null
      ? null
      : html`<line class="whisker" x1="${at(low)}" x2="${at(high)}" y1="8" y2="8"/><line class="whisker" x1="${at(low)}" x2="${at(low)}" y1="5" y2="11"/><line class="whisker" x1="${at(high)}" x2="${at(high)}" y1="5" y2="11"/>`;
  return html`<svg class="bar" viewBox="0 0 ${WIDTH} 16" aria-hidden="true"><rect class="track" x="${END}" y="5" width="${WIDTH - 2 * END}" height="6" rx="3"/>${whisker}<circle class="dot" cx="${at(value)}" cy="8" r="4"/></svg>`;
}
