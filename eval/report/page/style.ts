/** The style of the page. It names no font, picture or file that would have to be fetched. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --ground: #f6f7f9; --ink: #1b1f24; --soft: #59636e; --line: #d9dee4;
  --accent: #1f5fbf; --fault: #b3261e; --caution: #8a5a00; --good: #1a6b3a; --mark: #fff0b8;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #16191d; --ground: #101316; --ink: #e4e8ec; --soft: #a0a9b3; --line: #323840;
    --accent: #7fb0ff; --fault: #ff8a80; --caution: #f0bd5e; --good: #6fd598; --mark: #57480f;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--ground); color: var(--ink);
  font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
}
main { max-width: 68rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .25rem; overflow-wrap: anywhere; }
h2 { font-size: 1.2rem; margin: 2.5rem 0 .75rem; }
h3 { font-size: 1rem; margin: 1.5rem 0 .5rem; }
p { margin: .5rem 0; }
a { color: var(--accent); }
a:focus-visible, summary:focus-visible, .scroll:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.soft { color: var(--soft); }
.small { font-size: .875rem; }
.card { background: var(--paper); border: 1px solid var(--line); border-radius: .6rem; padding: 1rem 1.15rem; }
.headline { font-size: 1.1rem; margin: 0 0 .75rem; }
.findings { list-style: none; margin: 0; padding: 0; }
.findings li { display: grid; grid-template-columns: 5.2rem 1fr; gap: .25rem .75rem; padding: .5rem 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
.findings .kind { font-weight: 700; font-size: .875rem; padding-top: .1rem; }
.fault { color: var(--fault); } .caution { color: var(--caution); } .good { color: var(--good); }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: .75rem; margin: 1rem 0 0; padding: 0; }
.tile { background: var(--paper); border: 1px solid var(--line); border-radius: .6rem; padding: .7rem .9rem; margin: 0; }
.tile dt { color: var(--soft); font-size: .85rem; line-height: 1.3; }
.tile dd { margin: .2rem 0 0; font-size: 1.35rem; font-variant-numeric: tabular-nums; }
.tile dd .small { display: block; }
.plots { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); gap: .75rem; }
figure { margin: 0; }
figcaption { font-weight: 700; }
figure p { margin: .15rem 0 .6rem; }
svg { display: block; width: 100%; height: auto; max-width: 30rem; }
svg text { fill: var(--soft); font-size: 11px; font-family: inherit; }
svg .axis { fill: var(--ink); }
svg .grid { stroke: var(--line); stroke-width: 1; }
svg .line { fill: none; stroke: var(--accent); stroke-width: 2; }
svg .area { fill: var(--accent); opacity: .12; }
svg .dot { fill: var(--accent); }
svg .whisker { stroke: var(--accent); stroke-width: 1.5; opacity: .7; }
svg .ideal { fill: none; stroke: var(--soft); stroke-width: 1; stroke-dasharray: 4 4; }
svg .track { fill: var(--line); opacity: .6; }
svg.bar { width: 10rem; min-width: 7rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
caption { text-align: left; color: var(--soft); padding-bottom: .4rem; }
th, td { text-align: left; padding: .35rem .8rem .35rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
tr:last-child > * { border-bottom: 0; }
th { font-weight: 700; }
tbody th { font-weight: 400; }
.wide tbody th { min-width: 15rem; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
details { margin: .5rem 0; }
details.card { padding: 0; }
details.card > summary { padding: .65rem 1.15rem; }
details.card > div { padding: 0 1.15rem 1rem; border-top: 1px solid var(--line); }
summary { cursor: pointer; overflow-wrap: anywhere; }
.said { overflow-wrap: anywhere; white-space: pre-wrap; }
dl.facts { margin: .75rem 0 0; display: grid; grid-template-columns: 7rem 1fr; gap: .4rem 1rem; }
dl.facts > dt { color: var(--soft); }
dl.facts > dd { margin: 0; min-width: 0; }
.worth { margin: 0; display: grid; grid-template-columns: minmax(10rem, 18rem) 1fr; gap: .5rem 1.25rem; }
.worth > dt { font-weight: 700; }
.worth > dd { margin: 0; }
blockquote { margin: .3rem 0 .8rem; padding: .1rem 0 .1rem .8rem; border-left: 3px solid var(--line); overflow-wrap: anywhere; white-space: pre-wrap; }
blockquote.false { border-left-color: var(--fault); }
mark { background: var(--mark); color: inherit; padding: 0 .1em; border-radius: .15em; }
.tag { border: 1px solid var(--line); border-radius: 1rem; padding: 0 .55rem; font-size: .8rem; color: var(--soft); white-space: nowrap; }
[id] { scroll-margin-top: 1rem; }
:target > summary, :target { outline: 2px solid var(--accent); outline-offset: 4px; border-radius: .3rem; }
@media (max-width: 34rem) {
  main { padding: 1.25rem .75rem 3rem; }
  .findings li { grid-template-columns: 1fr; }
  dl.facts, .worth { grid-template-columns: 1fr; gap: .1rem; }
  dl.facts > dd, .worth > dd { margin-bottom: .6rem; }
  th, td { padding-right: .6rem; }
  svg.bar { width: 7rem; }
  .wide tbody th { min-width: 9rem; }
}
@media print { body { background: none; } .card, .tile { break-inside: avoid; } }
`;
