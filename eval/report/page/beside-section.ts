import { isWorse } from '../../compare.js';
import { formatWithUnit } from '../format-figure.js';
import type { Report } from '../report.js';
import { type Html, html } from './html.js';

/** The gate and the baseline that the figures are held against; nothing where there is neither. */
export function besideSection({ gate, comparison }: Report): Html {
  return html`${gate === null ? null : gateSection(gate)}${comparison === null ? null : comparisonSection(comparison)}`;
}

function gateSection({ key, breaches }: NonNullable<Report['gate']>): Html {
  return html`<section aria-labelledby="gate">
<h2 id="gate">Gate</h2>
<div class="card">
${
  breaches.length === 0
    ? html`<p class="good">✓ Nothing is below the gate ${key}.</p>`
    : html`<p class="fault">✗ Below the gate ${key}:</p><ul>${breaches.map(({ label, wanted, got }) => html`<li>${label}: ${wanted} wanted, ${got === null ? 'not measured' : Number(got.toFixed(4))}</li>`)}</ul>`
}
</div>
</section>`;
}

function comparisonSection(comparison: NonNullable<Report['comparison']>): Html {
  const { worse, better, lost, won, moreErrors, chance } = comparison;
  const row = ({ label, before, after }: (typeof worse)[number]) =>
    html`<tr><th scope="row">${label}</th><td class="number">${formatWithUnit(before, 'share')}</td><td class="number">${after === null ? 'not measured' : formatWithUnit(after, 'share')}</td></tr>`;
  const links = (ids: readonly string[]) =>
    ids.map((id, place) => html`${place === 0 ? '' : ', '}<a href="#q-${id}">${id}</a>`);
  return html`<section aria-labelledby="baseline">
<h2 id="baseline">Beside the baseline</h2>
<div class="card">
<p class="${isWorse(comparison) ? 'fault' : 'good'}">${isWorse(comparison) ? '✗ Worse than the baseline.' : '✓ Not worse than the baseline.'}${moreErrors > 0 ? ` ${moreErrors} more failed requests.` : ''}</p>
<p>${lost.length} questions are no longer right${lost.length > 0 ? ': ' : ''}${links(lost)}. ${won.length} are right now${won.length > 0 ? ': ' : ''}${links(won)}. Flips as uneven come by chance with a probability of ${chance.toFixed(3)}.</p>
${worse.length + better.length === 0 ? null : html`<table><caption>Figures that differ by more than is tolerated, the worse ones first</caption><thead><tr><th scope="col">figure</th><th scope="col" class="number">before</th><th scope="col" class="number">now</th></tr></thead><tbody>${[...worse, ...better].map(row)}</tbody></table>`}
</div>
</section>`;
}
