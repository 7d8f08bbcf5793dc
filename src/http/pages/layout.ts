import { html } from 'hono/html';

/** Markup that is safe to send: `html` escapes every value put into it. */
export type Html = ReturnType<typeof html>;

interface PageParts {
  readonly title: string;
  readonly main: Html;
  /** What stands in the question field. */
  readonly question?: string;
  /** A script of ours to load; the policy the page is served with must allow it. */
  readonly script?: string;
  /** Whether the content has a question form of its own. */
  readonly hasForm?: boolean;
}

/** Asks without any script. */
export function questionForm(question = ''): Html {
  return html`<form action="/" method="get" role="search">
<label for="question">Your question</label>
<input id="question" name="question" type="text" maxlength="2000" required autocomplete="off" value="${question}">
<button type="submit">Ask</button>
</form>`;
}

/** The frame every page stands in: head, question form, content. */
export function layout({ title, main, question, script, hasForm = false }: PageParts): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="stylesheet" href="/assets/style.css">
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
${script === undefined ? '' : html`<script type="module" src="${script}"></script>`}
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header>
<a class="home" href="/">Footnote</a>
${hasForm ? '' : questionForm(question)}
</header>
<main id="main">
${main}
</main>
</body>
</html>
`;
}
