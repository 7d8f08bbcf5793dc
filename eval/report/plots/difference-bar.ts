import type { Interval } from '../../metrics/bootstrap.js';
import { type Html, html } from '../page/html.js';

const WIDTH = 160;
/** Room for half a dot at either end. */
const END = 5;

/**
 * A difference with its interval, beside a line at 0, as a bar in a row of a table that says it in figures too.
 * @param reach The largest difference, either way, that the bar has room for; above 0.
 */
export function differenceBar(difference: number, { low, high }: Interval, reach: number): Html {
  const at = (value: number) =>
    Math.round((END + ((value / reach + 1) / 2) * (WIDTH - 2 * END)) * 10) / 10;
  return html`<svg class="bar" viewBox="0 0 ${WIDTH} 16" aria-hidden="true"><rect class="track" x="${END}" y="7" width="${WIDTH - 2 * END}" height="2"/><line class="ideal" x1="${at(0)}" x2="${at(0)}" y1="0" y2="16"/><line class="whisker" x1="${at(low)}" x2="${at(high)}" y1="8" y2="8"/><line class="whisker" x1="${at(low)}" x2="${at(low)}" y1="5" y2="11"/><line class="whisker" x1="${at(high)}" x2="${at(high)}" y1="5" y2="11"/><circle class="dot" cx="${at(difference)}" cy="8" r="4"/></svg>`;
}
