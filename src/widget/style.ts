const DARK = `
  --paper: var(--footnote-paper, #1b1a18); --raised: var(--footnote-raised, #252422);
  --ink: var(--footnote-ink, #ece9e4); --soft: var(--footnote-soft, #b3aea6);
  --line: var(--footnote-line, #3b3935); --edge: #7d7870;
  --accent: var(--footnote-accent, #9cc4ee); --on-accent: var(--footnote-on-accent, #10202f); --tint: #29343f;
  --mark: var(--footnote-mark, #5c4c14); --on-mark: var(--footnote-on-mark, #fff3d0);
  --warn: #e6b565; --warn-tint: #332b1c; --shadow: 0 1px 2px #0006, 0 10px 32px #0008; color-scheme: dark;`;

/** How the element looks. Colours, fonts and sizes that a page may set begin with `--footnote-`. */
export const STYLE = `
:host { display: block; min-width: 0; max-width: var(--footnote-width, 48rem); }
:host([hidden]) { display: none; }
:host([position=floating]) { display: contents; }
.all {
  --paper: var(--footnote-paper, #fff); --raised: var(--footnote-raised, #f8f7f4);
  --ink: var(--footnote-ink, #1d1c1a); --soft: var(--footnote-soft, #605c55);
  --line: var(--footnote-line, #e4e0d9); --edge: #8a857c;
  --accent: var(--footnote-accent, #1f5285); --on-accent: var(--footnote-on-accent, #fff); --tint: #e9f0f7;
  --mark: var(--footnote-mark, #fdeab0); --on-mark: var(--footnote-on-mark, #1d1c1a);
  --warn: #8a5a00; --warn-tint: #fdf6e7; --shadow: 0 1px 2px #0000000f, 0 10px 32px #00000024;
  --round: var(--footnote-radius, .75rem);
  --sans: var(--footnote-font, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Apple SD Gothic Neo", "Malgun Gothic", "Hiragino Sans", "Yu Gothic UI", "Liberation Sans", Arial, sans-serif);
  --serif: var(--footnote-quote-font, Georgia, "Iowan Old Style", "Noto Serif", "Apple Myungjo", Batang, "Hiragino Mincho ProN", "Yu Mincho", "Liberation Serif", serif); color-scheme: light;
  font: var(--footnote-font-size, 1rem)/1.6 var(--sans); text-align: start; color: var(--ink);
  letter-spacing: normal; word-spacing: normal; text-transform: none; white-space: normal; overflow-wrap: anywhere;
}
@media (prefers-color-scheme: dark) { :host(:not([theme=light])) .all {${DARK}} }
:host([theme=dark]) .all {${DARK}}
*, ::before, ::after { box-sizing: border-box; }
[hidden] { display: none !important; }
h2, h3, h4, h5, p, ul, ol, li, blockquote { margin: 0; padding: 0; font: inherit; }
ul, ol { list-style: none; }
button, textarea { font: inherit; color: inherit; letter-spacing: inherit; }
button { cursor: pointer; background: none; border: 0; border-radius: .5rem; padding: 0; min-width: 1.5rem; min-height: 1.5rem; }
svg { width: 1.25em; height: 1.25em; fill: none; stroke: currentColor; stroke-width: 1.7; stroke-linecap: round; stroke-linejoin: round; flex: none; display: block; }
:focus { outline: none; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
small { font-size: .8125em; line-height: 1.5; color: var(--soft); }
a { color: var(--accent); text-decoration-thickness: .06em; text-underline-offset: .2em; }
[dir=auto]:not([part=answer], blockquote, .excerpt, textarea) { text-align: -webkit-match-parent; text-align: match-parent; }
.hint, .quiet, .told, [part=progress], [part=offline], [part=failure] p { unicode-bidi: plaintext; text-align: -webkit-match-parent; text-align: match-parent; }
[part=send]:dir(rtl) svg { transform: scaleX(-1); }
[part=sentence] { unicode-bidi: isolate; }
.unseen { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

[part=frame] { position: relative; display: flex; flex-direction: column; margin: 0; padding: 0; width: auto; background: var(--paper); color: inherit; border: 1px solid var(--line); border-radius: var(--round); }
header { display: flex; align-items: center; gap: .25rem; padding: .5rem .5rem .5rem 1.25rem; padding-inline: 1.25rem .5rem; min-height: 3.25rem; border-bottom: 1px solid var(--line); }
[part=heading] { flex: 1; min-width: 0; font-weight: 600; font-size: .9375em; line-height: 1.4; }
header button, .tools button { display: inline-grid; place-items: center; width: 2.5rem; height: 2.5rem; color: var(--soft); }
header button:hover, .tools button:hover { background: var(--raised); color: var(--ink); }
[part=conversation] { flex: 1; min-height: 0; padding: 1.25rem; border-radius: var(--round); }
[part=conversation]:focus-visible { outline-offset: -3px; }

[part=greeting] { color: var(--soft); max-width: 42em; white-space: pre-line; }
.welcome ul { display: flex; flex-wrap: wrap; gap: .5rem; margin-top: 1rem; }
[part=suggestion] { padding: .5rem .875rem; min-height: 2.75rem; border: 1px solid var(--line); border-radius: 1.375rem; text-align: start; line-height: 1.4; font-size: .9375em; }
[part=suggestion]:hover { border-color: var(--accent); background: var(--tint); }

[part=turn] + [part=turn] { margin-top: 2rem; padding-top: 2rem; border-top: 1px solid var(--line); }
[part=question] { font-weight: 600; line-height: 1.45; margin-bottom: .75rem; white-space: pre-line; }
.body { position: relative; display: flex; flex-direction: column; }
.body > * + :not(:empty) { margin-top: 0; }
[part=progress] { display: flex; align-items: center; gap: .625rem; color: var(--soft); font-size: .9375em; }
[part=progress] i { width: 2.25rem; height: .3rem; border-radius: 1rem; background: linear-gradient(90deg, var(--line) 35%, var(--accent) 50%, var(--line) 65%) 100% 0/300% 100%; animation: pass 1.6s linear infinite; }
@keyframes pass { to { background-position: 0 0; } }
@keyframes come { from { opacity: 0; } }
[part=progress]:not([hidden]) ~ [part=answer]:not(:empty) { margin-top: .75rem; }
[part=short-answer] { font: 600 1.5em/1.3 var(--serif); margin-bottom: .5rem; letter-spacing: -.005em; }
.cited { animation: come .25s ease-out; }
.place { white-space: nowrap; }
[part=reference] { display: inline-block; min-width: 1.5rem; height: 1.5rem; vertical-align: .08em; line-height: 1; border-radius: .4rem; margin-inline: .0625rem; }
[part=reference] span { display: inline-block; min-width: 1.25rem; padding: .2rem .3rem; border-radius: .35rem; background: var(--tint); color: var(--accent); font: 600 .75rem/.9rem var(--sans); text-align: center; }
[part=reference]:hover span, [part=reference][aria-expanded=true] span { background: var(--accent); color: var(--on-accent); }

[part=card] { position: absolute; z-index: 3; inset-inline: 0; margin-top: .125rem; display: flex; flex-direction: column; gap: .375rem; padding: 1rem 1.125rem 1.125rem; background: var(--paper); color: var(--ink); border: 1px solid var(--line); border-radius: var(--round); box-shadow: var(--shadow); white-space: normal; font-size: .9375rem; line-height: 1.5; font-weight: 400; animation: come .12s ease-out; scroll-margin: 1rem; }
[part=card]::after { content: ""; position: absolute; top: 100%; width: 1px; height: 1rem; }
[part=card] strong { font-weight: 600; }
blockquote { margin-block: .375rem; padding-inline-start: .875rem; border-inline-start: 3px solid var(--line); font: 1em/1.6 var(--serif); color: var(--soft); white-space: pre-line; }
[part=quote] { background: var(--mark); color: var(--on-mark); padding: .1em .05em; border-radius: .15em; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
[part=source-link] { display: inline-flex; align-items: center; gap: .375rem; align-self: start; min-height: 1.5rem; font-size: .9375em; }
[part=source-link] svg { width: .95em; height: .95em; }

h4 { font-weight: 600; font-size: .875em; line-height: 1.4; }
h5 { color: var(--soft); font-size: .8125em; margin-top: 1rem; }
[part=disagreement] { margin-top: 1.25rem; padding: 1rem 1.125rem; border-radius: var(--round); background: var(--warn-tint); }
[part=disagreement] h4 { color: var(--warn); }
[part=disagreement] p { margin-top: .125rem; font-size: .9375em; }
[part=disagreement] ul { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 12rem), 1fr)); gap: .625rem; margin-top: .75rem; }
[part=side] { padding: .75rem .875rem; border-radius: .5rem; background: var(--paper); }
[part=side] strong { font-weight: 600; font-size: 1.125em; }
[part=side] small { display: block; margin-top: .125rem; }
[part=abstention] { padding: 1rem 1.125rem; border: 1px dashed var(--edge); border-radius: var(--round); }
[part=abstention] h4 { font-size: 1em; }
[part=abstention] p { color: var(--soft); font-size: .9375em; margin-top: .125rem; }
[part=nearest] li { display: flex; flex-direction: column; gap: .25rem; margin-top: .75rem; font-size: .875em; }
[part=nearest] li + li { padding-top: .75rem; border-top: 1px solid var(--line); }
[part=nearest] strong { font-weight: 600; }
.excerpt { color: var(--soft); display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden; }

.sources { margin-top: 1.125rem; padding-top: .875rem; border-top: 1px solid var(--line); }
.sources h4 { color: var(--soft); font-size: .8125em; }
[part=source] { display: flex; gap: .625rem; margin-top: .5rem; font-size: .875em; line-height: 1.5; }
[part=source] a { display: inline; color: inherit; text-decoration-color: var(--edge); }
[part=source] a:hover { color: var(--accent); }
[part=source] a svg { display: inline-block; margin-inline-start: .3rem; vertical-align: -.1em; color: var(--soft); }
[part=source] small { display: block; font-size: .9286em; }
.numbers { flex: none; min-width: 1.25rem; color: var(--accent); font-weight: 600; font-size: .857em; line-height: 1.75; }

.tools { display: flex; flex-wrap: wrap; align-items: center; gap: .125rem; margin: .625rem 0 -.5rem; }
.acts { display: flex; gap: .125rem; margin-inline-start: -.625rem; }
[part=confidence] + .acts { margin-inline: auto -.625rem; }
.tools svg { width: 1.125rem; height: 1.125rem; }
[part=confidence] { flex: 1 1 12rem; margin-inline-end: .5rem; color: var(--soft); font-size: .8125em; line-height: 1.4; }
[part=confidence]::before { content: ""; display: inline-block; width: .5rem; height: .5rem; margin-inline-end: .5rem; border-radius: 50%; border: 1.5px solid currentColor; }
[part=confidence][data-level=high]::before { background: currentColor; }
[part=confidence][data-level=fair]::before { background: linear-gradient(90deg, currentColor 50%, transparent 50%); }
.tools button[aria-pressed=true] { color: var(--accent); background: var(--tint); }
.judgement { margin-top: .75rem; }
.judgement form { display: flex; flex-wrap: wrap; align-items: end; gap: .5rem; margin-top: .375rem; }
textarea { display: block; flex: 1; min-width: 0; resize: none; background: var(--paper); border: 1px solid var(--edge); border-radius: .625rem; padding: .5625rem .875rem; line-height: 1.5; }
textarea::placeholder { color: var(--soft); opacity: 1; }
textarea:focus-visible { outline-offset: -1px; }
[part=note] { flex: 1 1 12rem; font-size: .9375em; }
[part=note-send], [part=retry] { padding: .5rem 1rem; min-height: 2.75rem; border: 1px solid var(--edge); font-size: .9375em; }
[part=note-send]:hover, [part=retry]:hover { border-color: var(--accent); background: var(--tint); }

[part=failure] { display: flex; flex-direction: column; align-items: start; gap: .25rem; padding: 1rem 1.125rem; border-radius: var(--round); background: var(--raised); border: 1px solid var(--line); }
[part=answer]:not(:empty) + div > [part=failure], .quiet { margin-top: .75rem; }
[part=retry] { margin-top: .625rem; }
.quiet { color: var(--soft); font-size: .9375em; }
[part=offline] { margin: 0 1.25rem .75rem; padding: .5rem .875rem; border-radius: .5rem; background: var(--warn-tint); font-size: .875em; }
.composer { display: flex; align-items: end; gap: .5rem; margin: 0 1.25rem; }
[part=input] { field-sizing: content; max-height: 9rem; min-height: 2.75rem; }
[part=send], [part=stop] { display: grid; place-items: center; flex: none; width: 2.75rem; height: 2.75rem; border-radius: .625rem; background: var(--accent); color: var(--on-accent); }
[part=stop] { background: none; color: var(--accent); border: 1px solid var(--edge); }
[part=stop] svg { fill: currentColor; }
.hint { margin: .5rem 1.25rem 1rem; color: var(--soft); font-size: .8125em; line-height: 1.45; }

[part=launcher] { position: fixed; z-index: var(--footnote-layer, 1000); inset: auto var(--footnote-offset, 1.25rem) var(--footnote-offset, 1.25rem) auto; inset-inline: auto var(--footnote-offset, 1.25rem); display: flex; align-items: center; gap: .625rem; max-width: calc(100vw - 2.5rem); min-height: 3.25rem; padding: .625rem 1.25rem; border-radius: 1.75rem; background: var(--accent); color: var(--on-accent); font-weight: 600; box-shadow: var(--shadow); line-height: 1.3; }
[part=launcher][aria-expanded=true] { visibility: hidden; }
[part=launcher]:focus-visible, [part=send]:focus-visible { outline-offset: 3px; }
dialog[part=frame] { position: fixed; z-index: var(--footnote-layer, 1000); inset: auto var(--footnote-offset, 1.25rem) var(--footnote-offset, 1.25rem) auto; inset-inline: auto var(--footnote-offset, 1.25rem); width: var(--footnote-width, 26rem); max-width: calc(100vw - 2.5rem); height: var(--footnote-height, 42rem); max-height: calc(100dvh - 2.5rem); box-shadow: var(--shadow); overflow: hidden; }
dialog:not([open]) { display: none; }
dialog [part=conversation] { overflow: auto; overscroll-behavior: contain; border-radius: 0; }
dialog .composer { margin: 0; padding: .75rem 1.25rem 0; border-top: 1px solid var(--line); }
@media (max-width: 30rem) {
  dialog[part=frame] { inset: 0; width: 100vw; height: 100dvh; max-width: none; max-height: none; border: 0; border-radius: 0; }
}
@media (max-height: 32rem) { dialog .hint { display: none; } dialog .composer { margin-bottom: 1rem; } }
@media (max-width: 24rem), (max-height: 24rem) { .hint { display: none; } .composer { margin-bottom: 1rem; } [part=conversation] { padding: 1rem; } .composer, [part=offline] { margin-inline: 1rem; } }
@media (max-height: 24rem) { dialog[part=frame] { overflow: auto; } dialog [part=conversation] { overflow: visible; flex: none; } }
@media (prefers-reduced-motion: reduce) { * { animation: none !important; } }
@media (forced-colors: active) {
  [part=reference] span, [part=card], [part=send], [part=launcher], [part=failure], [part=disagreement], [part=side] { border: 1px solid; }
  [part=reference][aria-expanded=true] span, .tools button[aria-pressed=true] { forced-color-adjust: none; background: Highlight; color: HighlightText; }
  [part=quote] { forced-color-adjust: none; background: Mark; color: MarkText; }
  [part=progress] i { border: 1px solid; }
}
@media print { [part=launcher], .composer, .hint, .tools, header button { display: none; } }
`;
