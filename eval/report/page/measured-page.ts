import type { MeasuredLine } from '../../import/measured-lines.js';
import type { MeasuredReport } from '../../import/measured-report.js';
import { measuredCells } from '../measured-cells.js';
import { differenceBar } from '../plots/difference-bar.js';
import { shareBar } from '../plots/share-bar.js';
import { type Html, html } from './html.js';
import { moment, page } from './page.js';

/** Figures on a public set as one page. */
export function measuredPage({ set, documents, asked, begun, figures }: MeasuredReport): string {
  return page({
    title: `Measured on ${set}`,
    lead: html`${documents} documents, ${asked} questions, asked on ${moment(begun)}`,
    body: html`<section aria-labelledby="figures">
<h2 id="figures">Figures</h2>
<div class="card scroll" tabindex="0" role="region" aria-labelledby="figures"><table>
<caption>With 95 % bootstrap intervals over questions; bars go from 0 to 1, those of differences from −1 to 1</caption>
<thead><tr><th scope="col">figure</th><th scope="col"><span aria-hidden="true">0 to 1</span></th><th scope="col" class="number">value</th><th scope="col" class="number">95 % interval</th><th scope="col" class="number">n</th></tr></thead>
<tbody>${figures.map(row)}</tbody></table></div>
</section>`,
    footer: html`<p>The documents of the set are indexed as they are, each of its questions is asked once. No model judges.</p>`,
  });
}

function row(line: MeasuredLine): Html {
  const [value, interval, count] = measuredCells(line);
  return html`<tr><th scope="row">${line.label}</th><td>${bar(line)}</td><td class="number">${value}</td><td class="number soft">${interval}</td><td class="number">${count}</td></tr>`;
}

function bar({ unit, value, low, high, label }: MeasuredLine): Html | null {
  if (unit === 'ms' || value === null) return null;
  return label.includes(' minus ') && low !== null && high !== null
    ? differenceBar(value, { low, high }, 1)
    : shareBar(value, low, high);
}
