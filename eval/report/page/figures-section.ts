import { FIGURES } from '../../figures.js';
import { formatInterval, formatWithUnit } from '../format-figure.js';
import type { Report } from '../report.js';
import { type Html, html } from './html.js';

const BETTER = { higher: 'higher', lower: 'lower' } as const;

/** Every figure with its interval, or why it has none. */
export function figuresSection({ evaluation: { overall, notMeasurable } }: Report): Html {
  const rows = FIGURES.flatMap(({ name, label, unit, better }) => {
    const measured = overall[name];
    if (measured === undefined) return [];
    const why = notMeasurable[name];
    const cells =
      why === undefined
        ? html`<td class="number">${measured.value === null ? 'nothing to measure' : formatWithUnit(measured.value, unit)}</td><td class="number soft">${formatInterval(measured, unit)}</td><td class="number">${measured.count}</td>`
        : html`<td class="soft" colspan="3">not measurable: ${why}</td>`;
    return [
      html`<tr><th scope="row">${label}</th>${cells}<td class="soft">${better === null ? '' : BETTER[better]}</td></tr>`,
    ];
  });
  return html`<section aria-labelledby="figures">
<h2 id="figures">All figures</h2>
<div class="card scroll" tabindex="0" role="region" aria-labelledby="figures"><table>
<caption>Of the questions that got a response; n counts what stands behind a figure</caption>
<thead><tr><th scope="col">figure</th><th scope="col" class="number">value</th><th scope="col" class="number">95 % interval</th><th scope="col" class="number">n</th><th scope="col">better is</th></tr></thead>
<tbody>${rows}</tbody></table></div>
</section>`;
}
