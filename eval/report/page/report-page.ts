import { createHash } from 'node:crypto';
import type { Report } from '../report.js';
import { besideSection } from './beside-section.js';
import { failuresSection } from './failures-section.js';
import { figuresSection } from './figures-section.js';
import { html } from './html.js';
import { plotsSection } from './plots-section.js';
import { questionsSection } from './questions-section.js';
import { STYLE } from './style.js';
import { typesSection } from './types-section.js';
import { verdictSection } from './verdict-section.js';

/** Nothing is fetched, run, sent or framed; one style sheet, known by its hash, is all that works. */
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE, 'utf8').digest('base64')}'; base-uri 'none'; form-action 'none'`;

/** The report as one page that needs no other file, no network and no script. */
export function reportPage(report: Report): string {
  const { about } = report;
  const title = `Evaluation of ${about.target}`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${{ markup: STYLE }}</style>
</head>
<body>
<main>
<header>
<h1>${title}</h1>
<p class="soft">${report.evaluation.judged.length} questions of the dataset ${about.dataset} (${about.split === 'all' ? 'all of it' : `${about.split} split`}), asked on <time datetime="${about.begun}">${about.begun.replace('T', ' ').replace(/\.\d+Z$/, ' UTC')}</time></p>
</header>
${verdictSection(report)}
${plotsSection(report)}
${typesSection(report)}
${figuresSection(report)}
${besideSection(report)}
${failuresSection(report)}
${questionsSection(report)}
<footer class="soft small">
<h2>How this was measured</h2>
<p>No model judges: answers are compared with known facts, quotes with the documents, refusals with what the documents hold. Intervals are 95 % bootstrap intervals over questions. A question that crashed or ran out of time is an error: it is counted, and stands in no mean.</p>
<dl class="facts">${Object.entries(about.settings).map(([name, value]) => html`<dt>${name}</dt><dd class="said">${value}</dd>`)}</dl>
</footer>
</main>
</body>
</html>
`.markup;
}
