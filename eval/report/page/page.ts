import { createHash } from 'node:crypto';
import { type Html, html } from './html.js';
import { STYLE } from './style.js';

/** Nothing is fetched, run, sent or framed; one style sheet, known by its hash, is all that works. */
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE, 'utf8').digest('base64')}'; base-uri 'none'; form-action 'none'`;

interface PageParts {
  readonly title: string;
  /** What stands below the title. */
  readonly lead: Html;
  readonly body: Html;
  /** How it was measured. */
  readonly footer: Html;
}

/** A page that needs no other file, no network and no script. */
export function page({ title, lead, body, footer }: PageParts): string {
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
<p class="soft">${lead}</p>
</header>
${body}
<footer class="soft small">
<h2>How this was measured</h2>
${footer}
</footer>
</main>
</body>
</html>
`.markup;
}

/** When a run began. */
export function moment(begun: string): Html {
  return html`<time datetime="${begun}">${begun.replace('T', ' ').replace(/\.\d+Z$/, ' UTC')}</time>`;
}
