import { html } from 'hono/html';
import type { Problem } from '../../contract/problem.js';
import { type Html, layout } from './layout.js';

/** A problem as a person reads it. */
export function problemPage(problem: Problem): Html {
  return layout({
    title: problem.title,
    main: html`<h1>${problem.title}</h1>
<p>${problem.detail}</p>
<p><small>Problem ${problem.code}, request ${problem.requestId}</small></p>`,
  });
}
