/** The stylesheet of every page: no script, no foreign font, light and dark, fit for print. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1c1b19; --soft: #5c5a55; --paper: #fdfcfa; --line: #dcd8d0; --link: #0b57a4; --mark: #ffe58a; --mark-ink: #1c1b19; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #ece9e3; --soft: #b0aca3; --paper: #191816; --line: #3b3935; --link: #8cbcf5; --mark: #6b5600; --mark-ink: #fff6d6; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 44rem; padding: 1rem 1.25rem 4rem; background: var(--paper); color: var(--ink); font: 1.0625rem/1.65 Georgia, "Times New Roman", serif; overflow-wrap: break-word; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 1.6em 0 .5em; }
h1 { font-size: 1.8rem; margin-top: 1rem; }
h2 { font-size: 1.3rem; }
h3, h4, h5, h6 { font-size: 1.1rem; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
header, label, input, button, dl, small { font-family: system-ui, sans-serif; }
header { display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; align-items: end; border-bottom: 1px solid var(--line); padding-bottom: 1rem; }
.home { font-weight: 700; color: inherit; text-decoration: none; padding: .45rem 0; }
form { flex: 1 1 20rem; display: flex; flex-wrap: wrap; gap: .25rem .5rem; }
label { flex-basis: 100%; font-size: .85rem; color: var(--soft); }
input { flex: 1; min-width: 10rem; font-size: 1rem; padding: .45rem .6rem; border: 1px solid var(--soft); border-radius: .3rem; background: transparent; color: inherit; }
button { font-size: 1rem; padding: .45rem 1rem; border: 1px solid var(--link); border-radius: .3rem; background: var(--link); color: var(--paper); cursor: pointer; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; font-size: .9rem; color: var(--soft); border-bottom: 1px solid var(--line); padding-bottom: 1rem; }
dt { font-weight: 600; }
dd { margin: 0; }
article p, article li, article blockquote { white-space: pre-line; }
.page { border-top: 1px dashed var(--soft); color: var(--soft); font-size: .85rem; margin-top: 1.5rem; }
.caption { color: var(--soft); font-size: .92rem; font-style: italic; }
blockquote { margin: 1rem 0; padding-left: 1rem; border-left: 3px solid var(--line); }
pre { overflow-x: auto; padding: .75rem; border: 1px solid var(--line); font-size: .9rem; }
mark { background: var(--mark); color: var(--mark-ink); padding: .1em 0; scroll-margin: 30vh; }
.notice { position: sticky; top: 0; background: var(--paper); padding: .6rem .9rem; border: 1px solid var(--line); border-left: 4px solid var(--link); scroll-margin: 2rem; }
.jump { font: .9rem/1.4 system-ui, sans-serif; }
.lead { font-size: 1.35rem; font-weight: 700; }
.sources li, .sides li { margin-bottom: 1rem; }
.sources blockquote { margin: .3rem 0; }
footnote-chat { margin: 1.5rem 0 2.5rem; --footnote-quote-font: Georgia, "Times New Roman", serif; }
footnote-chat:defined { --footnote-paper: var(--paper); --footnote-ink: var(--ink); --footnote-soft: var(--soft); --footnote-line: var(--line); --footnote-accent: var(--link); }
.snippet { user-select: all; border-radius: .3rem; white-space: pre-wrap; }
.attributes { border: 0; align-items: baseline; }
.reference section { border-top: 1px solid var(--line); }
.reference section h2, .reference section h3 { scroll-margin: 1rem; }
.reference nav ul { padding-left: 0; list-style: none; columns: 18rem auto; }
.reference nav li { break-inside: avoid; margin-bottom: .4rem; }
.members { display: block; border: 0; padding: 0; }
.members dt { margin-top: .6rem; color: var(--ink); }
.members dt span { font-weight: 400; }
.members dd { margin-left: 1.25rem; }
.body { padding-left: 1.25rem; border-left: 3px solid var(--line); }
summary { font: .9rem/1.6 system-ui, sans-serif; cursor: pointer; }
code { font: .92em/1.5 ui-monospace, Menlo, Consolas, monospace; }
small { color: var(--soft); font-size: .88rem; }
sup { line-height: 0; }
sup a { text-decoration: none; padding: 0 .1em; }
@media print { header, .skip, .jump { display: none; } .notice { position: static; } body { max-width: none; padding: 0; } mark { background: none; color: inherit; text-decoration: underline; text-decoration-thickness: 2px; } pre { white-space: pre-wrap; } h1, h2, h3, h4, h5, h6 { break-after: avoid; } }
`;

export const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0b57a4"/><path d="M8 9h10M8 15h10M8 21h16" stroke="#fff" stroke-width="3" stroke-linecap="round"/><circle cx="23.5" cy="9.5" r="3" fill="#ffe58a"/></svg>';
