import type { Report } from '../report.js';
import { besideSection } from './beside-section.js';
import { failuresSection } from './failures-section.js';
import { figuresSection } from './figures-section.js';
import { html } from './html.js';
import { moment, page } from './page.js';
import { plotsSection } from './plots-section.js';
import { questionsSection } from './questions-section.js';
import { typesSection } from './types-section.js';
import { verdictSection } from './verdict-section.js';

/** The report as one page. */
export function reportPage(report: Report): string {
  const { about, evaluation } = report;
  return page({
    title: `Evaluation of ${about.target}`,
    lead: html`${evaluation.judged.length} questions of the dataset ${about.dataset} (${about.split === 'all' ? 'all of it' : `${about.split} split`}), asked on ${moment(about.begun)}`,
    body: html`${verdictSection(report)}
${plotsSection(report)}
${typesSection(report)}
${figuresSection(report)}
${besideSection(report)}
${failuresSection(report)}
${questionsSection(report)}`,
    footer: html`<p>No model judges: answers are compared with known facts, quotes with the documents, refusals with what the documents hold. Intervals are 95 % bootstrap intervals over questions. A question that crashed or ran out of time is an error: it is counted, and stands in no mean.</p>
<dl class="facts">${Object.entries(about.settings).map(([name, value]) => html`<dt>${name}</dt><dd class="said">${value}</dd>`)}</dl>`,
  });
}
