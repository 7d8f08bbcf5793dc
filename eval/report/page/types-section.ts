import { wilsonInterval } from '../../metrics/wilson-interval.js';
import { formatInterval, formatWithUnit } from '../format-figure.js';
import { shareBar } from '../plots/share-bar.js';
import type { Report } from '../report.js';
import { type Html, html } from './html.js';

/** How much is right by type of question: a bar with its interval, and the figures. */
export function typesSection({ evaluation }: Report): Html {
  const rows = Object.entries(evaluation.categories).map(([name, summary]) => {
    const { value = null, count = 0 } = summary['right'] ?? {};
    // A bootstrap of few questions that all went one way has no width; the score interval has.
    const { low, high } =
      value === null ? { low: null, high: null } : wilsonInterval(value * count, count);
    const measured = { value, low, high, count };
    return html`<tr><th scope="row">${name}</th><td>${shareBar(value, low, high)}</td><td class="number">${formatWithUnit(value, 'share')}</td><td class="number soft">${formatInterval(measured, 'share')}</td><td class="number">${count}</td></tr>`;
  });
  return html`<section aria-labelledby="types">
<h2 id="types">By type of question</h2>
<div class="card scroll" tabindex="0" role="region" aria-labelledby="types"><table>
<caption>Right, of the questions that got a response: answered correctly, or rightly refused; 95 % score intervals (Wilson)</caption>
<thead><tr><th scope="col">type</th><th scope="col"><span aria-hidden="true">0 to 100 %</span></th><th scope="col" class="number">right</th><th scope="col" class="number">95 % interval</th><th scope="col" class="number">questions</th></tr></thead>
<tbody>${rows}</tbody></table></div>
</section>`;
}
