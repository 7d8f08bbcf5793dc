import { type Html, html } from '../page/html.js';

const WIDTH = 160;

/** A share with its interval as a bar in a row of a table, which says it in figures too. */
export function shareBar(value: number | null, low: number | null, high: number | null): Html {
  if (value === null) return html``;
  const at = (share: number) => Math.round(share * (WIDTH - 2) * 10) / 10 + 1;
  const whisker =
    low === null || high === null
      ? null
      : html`<line class="whisker" x1="${at(low)}" x2="${at(high)}" y1="8" y2="8"/><line class="whisker" x1="${at(low)}" x2="${at(low)}" y1="5" y2="11"/><line class="whisker" x1="${at(high)}" x2="${at(high)}" y1="5" y2="11"/>`;
  return html`<svg class="bar" viewBox="0 0 ${WIDTH} 16" aria-hidden="true"><rect class="track" x="1" y="5" width="${WIDTH - 2}" height="6" rx="3"/>${whisker}<circle class="dot" cx="${at(value)}" cy="8" r="4"/></svg>`;
}
