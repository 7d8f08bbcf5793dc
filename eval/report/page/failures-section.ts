import type { QuestionRecord } from '../../dataset/question.js';
import { STAGES, type Stage } from '../../diagnose.js';
import type { Judged } from '../../evaluate.js';
import { placesOf } from '../../evidence-places.js';
import { duration } from '../findings/finding.js';
import { expectedText } from '../outcome-text.js';
import type { Report } from '../report.js';
import { citationView } from './citation-view.js';
import { type Html, html } from './html.js';
import { inContext, said } from './in-context.js';

type Texts = ReadonlyMap<string, string>;

/** Every question that went wrong, by the stage that failed, with all that is needed to see why. */
export function failuresSection({ evaluation: { judged, texts } }: Report): Html {
  const stages = (Object.keys(STAGES) as Stage[]).flatMap((stage) => {
    const failed = judged.filter((one) => one.stage === stage);
    return failed.length === 0 ? [] : [{ stage, failed }];
  });
  return html`<section aria-labelledby="failures">
<h2 id="failures">What went wrong</h2>
${
  stages.length === 0
    ? html`<p class="good">✓ Nothing went wrong.</p>`
    : html`<ul>${stages.map(({ stage, failed }) => html`<li><a href="#stage-${stage}">${failed.length}</a> ${STAGES[stage]}</li>`)}</ul>`
}
${stages.map(
  ({ stage, failed }) =>
    html`<h3 id="stage-${stage}">${sentence(STAGES[stage])} <span class="soft">(${failed.length})</span></h3>${failed.map((one) => failureView(one, texts))}`,
)}
</section>`;
}

function failureView({ outcome, score, stage }: Judged, texts: Texts): Html {
  const { question } = outcome;
  return html`<details class="card"><summary><span dir="auto">${question.question}</span> <span class="tag">${question.category}</span></summary>
<div id="q-${question.id}"><dl class="facts">
${(question.history ?? []).map((turn) => html`<dt>before it</dt><dd>${said(turn.question)}<br><span class="soft">${said(turn.answer)}</span></dd>`)}
<dt>expected</dt><dd>${said(expectedText(question))}${evidenceView(question, texts)}</dd>
${answerView(outcome)}
${outcome.response === null || score === null || outcome.response.citations.length === 0 ? null : html`<dt>citations</dt><dd>${outcome.response.citations.map((citation, place) => citationView(citation, score.validity[place] ?? UNTOLD, texts))}</dd>`}
<dt>what failed</dt><dd>${stage === null ? '' : STAGES[stage]}</dd>
<dt>question</dt><dd><code>${question.id}</code>, ${duration(outcome.latencyMs)}</dd>
</dl></div></details>`;
}

const UNTOLD = { verbatim: null, span: null, hash: null };

/** Where the documents say what is expected. */
function evidenceView(question: QuestionRecord, texts: Texts): Html | null {
  if (!question.answerable) return null;
  const places = placesOf(question, texts).flatMap((found) => found.slice(0, 1));
  return html`${places.map(({ documentId, start, end }) => html`<p class="small">${documentId}</p>${inContext(texts.get(documentId) ?? '', start, end)}`)}`;
}

function answerView({ response, ...outcome }: Judged['outcome']): Html {
  if (response === null)
    return html`<dt>error</dt><dd class="fault">${said('error' in outcome ? outcome.error : '')}</dd>`;
  const { answer, abstention, disagreement } = response;
  if (answer === null)
    return html`<dt>answer</dt><dd>refused: ${said(abstention?.message || abstention?.reason || 'no reason given')}</dd>`;
  const facts = [
    answer.shortAnswer === null ? null : `short answer: ${answer.shortAnswer}`,
    answer.confidence === null ? null : `confidence ${answer.confidence.toFixed(2)}`,
  ].filter((one) => one !== null);
  const sides = disagreement?.sides.map((side) => side.value).join(' against ');
  return html`<dt>answer</dt><dd>${said(answer.text)}${facts.length === 0 ? null : html`<p class="small soft">${said(facts.join(', '))}</p>`}${sides === undefined ? null : html`<p class="small">shows a disagreement: ${said(sides)}</p>`}</dd>`;
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
