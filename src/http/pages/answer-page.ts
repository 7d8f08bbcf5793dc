import { html } from 'hono/html';
import type { AskResponse } from '../../contract/ask.js';
import type { Citation } from '../../contract/citation.js';
import { pageLabel } from '../../contract/page-range.js';
import { type Html, layout } from './layout.js';
import { percentage } from './percentage.js';

/** What was found for a question: the answer and its sources, or why there is none. */
export function answerPage(response: AskResponse): Html {
  const { question, answer, abstention, disagreement, citations } = response;
  return layout({
    title: `${question.slice(0, 100)} · Footnote`,
    question,
    main: html`<h1>${question}</h1>
${answer === null ? '' : answered(answer)}
${abstention === null ? '' : abstained(abstention)}
${disagreement === null ? '' : disagreed(disagreement)}
${citations.length === 0 ? '' : sources(citations)}`,
  });
}

function answered(answer: NonNullable<AskResponse['answer']>): Html {
  const { shortAnswer, sentences, confidence } = answer;
  const text = sentences.map((sentence) => html`${sentence.text}${marks(sentence.citations)} `);
  return html`${shortAnswer === null ? '' : html`<p class="lead">${shortAnswer}</p>`}
<p>${text}</p>
<p><small>Confidence ${percentage(confidence)}</small></p>`;
}

function abstained(abstention: NonNullable<AskResponse['abstention']>): Html {
  const nearest = abstention.nearest.map(
    (
      passage,
    ) => html`<li><a href="${passage.href}">${passage.title}</a> <small>${pageLabel(passage) ?? ''}</small>
<blockquote>${passage.text}</blockquote></li>\n`,
  );
  return html`<p class="lead">No answer in these documents.</p>
<p>${abstention.message}</p>
${nearest.length === 0 ? '' : html`<h2>The nearest passages</h2><ul class="sources">${nearest}</ul>`}`;
}

function disagreed(disagreement: NonNullable<AskResponse['disagreement']>): Html {
  const sides = disagreement.sides.map(
    (side) => html`<li><strong>${side.value}</strong>${marks(side.citations)}</li>\n`,
  );
  return html`<h2>The sources differ</h2>
<p>${disagreement.about}</p>
<ul class="sides">${sides}</ul>`;
}

function sources(citations: readonly Citation[]): Html {
  const items = citations.map((citation) => {
    const { author, publisher, published } = citation;
    const by = [author, publisher, published, pageLabel(citation)].filter(Boolean);
    return html`<li id="source-${citation.number}" value="${citation.number}">
<a href="${citation.href}">${citation.title}</a>
<blockquote>${citation.quote}</blockquote>
<small>${by.join(', ')}</small></li>\n`;
  });
  return html`<h2>Sources</h2>
<ol class="sources">${items}</ol>`;
}

function marks(numbers: readonly number[]): Html[] {
  return numbers.map(
    (number) =>
      html`<sup><a href="#source-${number}" aria-label="Source ${number}">[${number}]</a></sup>`,
  );
}
