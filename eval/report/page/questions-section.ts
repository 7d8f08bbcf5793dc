import { STAGES } from '../../diagnose.js';
import type { Judged } from '../../evaluate.js';
import { duration } from '../findings/finding.js';
import { gotText } from '../outcome-text.js';
import type { Report } from '../report.js';
import { type Html, html } from './html.js';
import { said } from './in-context.js';

/** Every question with what came of it, those that went well included. */
export function questionsSection({ evaluation: { judged } }: Report): Html {
  return html`<section aria-labelledby="questions">
<h2 id="questions">All questions</h2>
<details class="card"><summary>${judged.length} questions and what came of them</summary>
<div class="scroll" tabindex="0" role="region" aria-labelledby="questions"><table>
<caption>In the order they were asked</caption>
<thead><tr><th scope="col">question</th><th scope="col">what came</th><th scope="col">outcome</th><th scope="col" class="number">time</th></tr></thead>
<tbody>${judged.map(row)}</tbody></table></div></details>
</section>`;
}

function row({ outcome, stage }: Judged): Html {
  const { question, latencyMs } = outcome;
  const head =
    stage === null
      ? html`<th scope="row" id="q-${question.id}">${said(question.question)}</th>`
      : html`<th scope="row">${said(question.question)} <a class="small" href="#q-${question.id}">why</a></th>`;
  const verdict =
    stage === null
      ? html`<span class="good">✓ fine</span>`
      : html`<span class="fault">✗ ${STAGES[stage]}</span>`;
  return html`<tr>${head}<td>${said(gotText(outcome).slice(0, 400))}</td><td>${verdict}</td><td class="number">${duration(latencyMs)}</td></tr>`;
}
