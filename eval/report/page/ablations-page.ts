import type { Ablation, AblationReport } from '../../ablations/ablation.js';
import {
  ABLATION_FIGURES,
  COMPARED_FIGURES,
  differenceOf,
  differenceText,
  worthOf,
} from '../ablation-worth.js';
import { formatValue } from '../format-figure.js';
import { differenceBar } from '../plots/difference-bar.js';
import { type Html, html } from './html.js';
import { moment, page } from './page.js';

/** What each part of the engine is worth, as one page. */
export function ablationsPage(report: AblationReport): string {
  const { dataset, split, questions, reader, begun } = report;
  return page({
    title: 'What each part of the engine is worth',
    lead: html`${questions} questions of the dataset ${dataset} (${split}), reader ${reader}, asked on ${moment(begun)}, once of the engine as it is and once without each part`,
    body: html`${worthSection(report)}
${differencesSection(report)}
${figuresSection(report)}`,
    footer: html`<p>Parts are taken away one at a time; the weights of the others stay as they were learned with it. Intervals are 95 % bootstrap intervals over questions, paired. p is the exact McNemar test of the questions that flipped between right and wrong, and, after Holm, adjusted for the number of variants looked at.</p>`,
  });
}

function worthSection(report: AblationReport): Html {
  return html`<section aria-labelledby="worth">
<h2 id="worth">What this run shows</h2>
<div class="card"><dl class="worth">${worthOf(report).map(({ text, labels }) => html`<dt>${text}</dt><dd>${labels.join('; ')}</dd>`)}</dl></div>
</section>`;
}

function differencesSection({ ablations }: AblationReport): Html {
  const variants = ablations.slice(1);
  const reach = Math.max(
    0.01,
    ...variants.flatMap((one) => {
      const { interval } = differenceOf(one, 'right') ?? { interval: { low: 0, high: 0 } };
      return [Math.abs(interval.low), Math.abs(interval.high)];
    }),
  );
  const others = Object.entries(COMPARED_FIGURES).slice(1);
  return html`<section aria-labelledby="differences">
<h2 id="differences">Difference to the whole</h2>
<div class="card scroll" tabindex="0" role="region" aria-labelledby="differences"><table class="wide">
<caption>In points, with 95 % intervals; * leaves out 0. Left of the line, fewer questions are right without the part</caption>
<thead><tr><th scope="col">variant</th><th scope="col"><span aria-hidden="true">−${(reach * 100).toFixed(0)} to +${(reach * 100).toFixed(0)}</span></th><th scope="col" class="number">right</th><th scope="col" class="number">answers changed</th><th scope="col" class="number">lost / won</th><th scope="col" class="number">p (Holm)</th>${others.map(([, label]) => html`<th scope="col" class="number">${label}</th>`)}</tr></thead>
<tbody>${variants.map((one) => differenceRow(one, reach, others))}</tbody></table></div>
</section>`;
}

function differenceRow(
  one: Ablation,
  reach: number,
  others: readonly (readonly [string, string])[],
): Html {
  const right = differenceOf(one, 'right');
  const bar = right === undefined ? null : differenceBar(right.difference, right.interval, reach);
  return html`<tr><th scope="row">${one.label}</th><td>${bar}</td><td class="number">${differenceText(one, 'right')}</td><td class="number">${one.changed}</td><td class="number">${one.lost} / ${one.won}</td><td class="number">${one.adjusted.toFixed(3)}</td>${others.map(([name]) => html`<td class="number soft">${differenceText(one, name)}</td>`)}</tr>`;
}

function figuresSection({ ablations }: AblationReport): Html {
  const figures = Object.entries(ABLATION_FIGURES);
  return html`<section aria-labelledby="figures">
<h2 id="figures">Figures of each</h2>
<div class="card scroll" tabindex="0" role="region" aria-labelledby="figures"><table class="wide">
<caption>In per cent; times only where nothing was taken from an earlier variant</caption>
<thead><tr><th scope="col">variant</th>${figures.map(([, label]) => html`<th scope="col" class="number">${label}</th>`)}<th scope="col" class="number">p50 ms</th><th scope="col" class="number">errors</th></tr></thead>
<tbody>${ablations.map((one) => html`<tr><th scope="row">${one.label}</th>${figures.map(([name]) => html`<td class="number">${formatValue(one.overall[name]?.value ?? null, 'share')}</td>`)}<td class="number">${one.isTimed ? formatValue(one.overall['latencyP50']?.value ?? null, 'ms') : '–'}</td><td class="number">${one.errors}</td></tr>`)}</tbody></table></div>
</section>`;
}
