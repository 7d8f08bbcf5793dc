import { FIGURES } from '../../figures.js';
import type { Finding } from '../findings/finding.js';
import { formatInterval, formatWithUnit } from '../format-figure.js';
import type { Report } from '../report.js';
import { type Html, html } from './html.js';

const KINDS: Readonly<Record<Finding['kind'], string>> = {
  fault: '✗ Fault',
  caution: '! Caution',
  good: '✓ Holds',
};
/** Questions that a finding links to, at most. */
const LINKED = 8;
/** Figures that stand at the top. */
const TILES = [
  'right',
  'answerCorrect',
  'abstentionRecall',
  'quoteStands',
  'evidenceRecall',
  'latencyP50',
];

/** What the run shows, and the few figures that say most. */
export function verdictSection(report: Report): Html {
  return html`<section aria-labelledby="shows">
<h2 id="shows">What this run shows</h2>
<div class="card">
<p class="headline">${report.headline}</p>
<ul class="findings">${report.findings.map(item)}</ul>
</div>
<dl class="tiles">${TILES.map((name) => tile(name, report))}</dl>
</section>`;
}

function item({ kind, text, questions }: Finding): Html {
  const links = questions
    .slice(0, LINKED)
    .map((id, place) => html`${place === 0 ? ' ' : ', '}<a href="#q-${id}">${id}</a>`);
  const more = questions.length > LINKED ? html` and ${questions.length - LINKED} more` : null;
  const which =
    questions.length === 0 ? null : html` <span class="small soft">${links}${more}</span>`;
  return html`<li><span class="kind ${kind}">${KINDS[kind]}</span><span><span dir="auto">${text}</span>${which}</span></li>`;
}

function tile(name: string, { evaluation }: Report): Html {
  const figure = FIGURES.find((one) => one.name === name);
  const measured = evaluation.overall[name];
  if (figure === undefined || measured === undefined) return html``;
  const untold = name in evaluation.notMeasurable;
  const value = untold ? 'not measurable' : formatWithUnit(measured.value, figure.unit);
  const interval = formatInterval(measured, figure.unit);
  return html`<div class="tile"><dt>${figure.label}</dt><dd>${value}<span class="small soft">${interval === '' ? (measured.count === 0 ? 'nothing to measure' : '') : interval}</span></dd></div>`;
}
