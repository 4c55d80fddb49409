/** The style sheet of the HTML report: system fonts, light and dark, paper; colours meet WCAG AA (4.5:1) in both schemes. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: #f5f7f9; --card: #fff; --sunk: #f0f3f6; --ink: #18222d; --soft: #51606f; --rule: #d5dce3; --link: #0b5394;
  --pass: #0a6640; --pass-tint: #e3f4eb; --fail: #b01523; --fail-tint: #fdeaeb; --inconc: #7d4a00; --inconc-tint: #fff2d9;
  --error: #6d2a96; --error-tint: #f5eafc; --none: #4d5965; --none-tint: #e9edf1;
  --text: "Noto Sans JP", "Noto Sans CJK JP", "Hiragino Sans", "Yu Gothic UI", Meiryo, system-ui, sans-serif;
  --mono: ui-monospace, "SFMono-Regular", Consolas, "Noto Sans Mono CJK JP", "MS Gothic", monospace;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #11161c; --card: #1a212a; --sunk: #131920; --ink: #e6ebf0; --soft: #a8b4c0; --rule: #343f4b; --link: #8cc2ff;
    --pass: #6fd8a4; --pass-tint: #12352a; --fail: #ff9a9f; --fail-tint: #441a20; --inconc: #f5c46b; --inconc-tint: #3b2b0d;
    --error: #d9a8f7; --error-tint: #37204a; --none: #b6c0ca; --none-tint: #2a333d;
  }
}
:root[lang="ja"] .en, :root[lang="en"] .ja { display: none; }
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; text-size-adjust: 100%; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.7 var(--text); overflow-wrap: anywhere; line-break: strict; }
:root[lang="en"] body { line-height: 1.55; }
.top, main, footer { max-width: 68rem; margin-inline: auto; padding-inline: 1.5rem; }
.top { display: flex; flex-wrap: wrap; gap: .75rem 1.5rem; align-items: center; justify-content: space-between; padding-top: 2rem; }
h1, h2, h3, h4, p, dl, dd, ul, ol { margin: 0; padding: 0; }
h1 { font-size: 1.5rem; line-height: 1.35; text-wrap: balance; }
h2 { font-size: 1.15rem; line-height: 1.4; margin: 2.5rem 0 .75rem; }
h3 { font-size: 1.05rem; line-height: 1.45; }
h4 { font-size: 1rem; line-height: 1.5; }
ul, ol { list-style: none; }
a { color: var(--link); text-underline-offset: .2em; }
code, pre, time, .date, .id, a.number { font-family: var(--mono); font-size: .875em; font-variant-numeric: tabular-nums; }
code { color: var(--soft); font-weight: 400; }
.date, .id { white-space: nowrap; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 4px; }
[id] { scroll-margin-top: 1rem; }
.languages { display: flex; border: 1px solid var(--rule); border-radius: 8px; overflow: hidden; background: var(--card); }
.languages[hidden] { display: none; }
button { font: inherit; font-size: .9rem; padding: .35rem .9rem; border: 0; background: none; color: var(--soft); cursor: pointer; }
button[aria-pressed="true"] { background: var(--ink); color: var(--card); font-weight: 600; }
button:focus-visible { outline-offset: -3px; border-radius: 8px; }

.badge { display: inline-flex; align-items: center; gap: .4em; padding: .1em .7em .1em .55em; border-radius: 99px; font-size: .875rem; font-weight: 600; line-height: 1.6; white-space: nowrap; flex: none; }
.symbol { font-weight: 700; min-width: .8em; text-align: center; }
.pass { --tone: var(--pass); --tint: var(--pass-tint); }
.fail { --tone: var(--fail); --tint: var(--fail-tint); }
.inconc, .warning { --tone: var(--inconc); --tint: var(--inconc-tint); }
.error { --tone: var(--error); --tint: var(--error-tint); }
.none, .open { --tone: var(--none); --tint: var(--none-tint); }
.badge { color: var(--tone); background: var(--tint); }

.cover { margin-top: 1.25rem; background: var(--card); border: 1px solid var(--rule); border-radius: 12px; overflow: hidden; }
.verdict { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1rem; padding: 1.1rem 1.5rem; background: var(--tint); border-bottom: 1px solid var(--rule); }
.verdict h2 { margin: 0; font-size: 1rem; font-weight: 500; color: var(--ink); }
.verdict .badge { font-size: 1.6rem; padding: 0; line-height: 1.3; background: none; white-space: normal; }
.banner { padding: 1rem 1.5rem; border-bottom: 1px solid var(--rule); border-left: 6px solid var(--inconc); background: var(--inconc-tint); color: var(--inconc); font-weight: 600; font-size: 1.05rem; }
.banner p + p { margin-top: .35rem; }
.counts { display: grid; grid-template-columns: repeat(5, 1fr); border-bottom: 1px solid var(--rule); }
.counts > div { padding: .9rem 1rem .9rem 1.5rem; border-left: 1px solid var(--rule); }
.counts > div:first-child { border-left: 0; }
.counts dt, .facts dt, .rows dt { color: var(--soft); font-size: .8125rem; font-weight: 500; }
.counts dd { color: var(--soft); font-variant-numeric: tabular-nums; }
.counts strong { font-size: 1.5rem; line-height: 1.3; color: var(--ink); }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(13rem, 100%), 1fr)); gap: .75rem 1.5rem; }
.cover > .note { margin: 0; padding: .6rem 1.5rem; border-bottom: 1px solid var(--rule); }
.cover .facts { padding: 1.1rem 1.5rem; }
.facts > .wide { grid-column: 1 / -1; }
.facts dd { font-size: .9375rem; }
.note { color: var(--soft); font-size: .875rem; }
section > .note { margin: -.25rem 0 .75rem; }

table { width: 100%; border-collapse: separate; border-spacing: 0; background: var(--card); border: 1px solid var(--rule); border-radius: 12px; font-size: .9375rem; line-height: 1.55; }
th { text-align: left; font-size: .8125rem; font-weight: 500; color: var(--soft); white-space: nowrap; }
th, td { padding: .6rem .75rem; vertical-align: top; border-bottom: 1px solid var(--rule); }
th:first-child, td:first-child { padding-left: 1.25rem; }
tbody tr:last-child td { border-bottom: 0; }
td.title { min-width: 14rem; }
td.title > a { color: inherit; text-decoration-color: var(--rule); }
th:last-child, td.number { text-align: right; font-variant-numeric: tabular-nums; }
td.state { white-space: nowrap; }
.flagged { margin-top: .3rem; font-size: .875rem; }
.flagged li { display: flex; flex-wrap: wrap; gap: .1rem .5rem; align-items: baseline; margin-top: .2rem; }
.flagged .badge { font-size: .75rem; }
.label { display: none; }

.scenario { background: var(--card); border: 1px solid var(--rule); border-left: 5px solid var(--tone); border-radius: 10px; margin-bottom: .75rem; }
.scenario > summary { display: flex; gap: .75rem 1rem; align-items: center; padding: .8rem 1.25rem; cursor: pointer; list-style: none; border-radius: 8px; }
.scenario > summary::-webkit-details-marker { display: none; }
.scenario > summary::before { content: ""; flex: none; width: .5em; height: .5em; border: solid var(--soft); border-width: 0 2px 2px 0; transform: rotate(-45deg); }
.scenario[open] > summary::before { transform: rotate(45deg) translate(-.1em, -.1em); }
.scenario > summary:hover { background: var(--sunk); }
.scenario > summary h3 { flex: 1; min-width: 0; }
.scenario h3 .id { color: var(--soft); margin-right: .35rem; }
.body { padding: .25rem 1.25rem 1.25rem; }
.lead { margin-bottom: 1rem; }
.lead strong { display: block; font-size: .8125rem; font-weight: 500; color: var(--soft); }
.alert { margin: 1rem 0; padding: .75rem 1rem; border-radius: 8px; background: var(--tint); color: var(--tone); font-weight: 600; }
.alert pre { font-weight: 400; }

.check { margin-top: 1.25rem; border: 1px solid var(--rule); border-radius: 10px; }
.check > header { display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: center; padding: .6rem 1rem; background: var(--sunk); border-bottom: 1px solid var(--rule); border-radius: 10px 10px 0 0; }
.check.fail > header, .check.inconc > header, .check.warning > header { background: var(--tint); }
.check h4 { flex: 1 1 16rem; min-width: 0; }
.check > header code { color: inherit; font-size: .8125rem; }
.level { font-size: .8125rem; color: var(--ink); border: 1px solid currentcolor; border-radius: 4px; padding: 0 .45em; white-space: nowrap; }
.check > header .badge { background: none; padding-inline: 0; }
.rows { padding: .35rem 1rem .5rem; }
.rows > div { display: grid; grid-template-columns: 6rem minmax(0, 1fr); gap: .25rem 1rem; padding: .45rem 0; }
.rows > div + div { border-top: 1px solid var(--rule); }
.rows dt { padding-top: .15rem; }
.requires { color: var(--soft); font-size: .875rem; }

.evidence > summary, .raw > summary { cursor: pointer; color: var(--link); font-size: .9rem; width: fit-content; }
.evidence > ol { margin-top: .25rem; }
.evidence > ol > li { padding: .55rem 0 .55rem .9rem; border-left: 3px solid var(--rule); margin-top: .5rem; }
.evidence > ol > li:target { border-left-color: var(--link); background: var(--sunk); }
.line { display: flex; flex-wrap: wrap; gap: .1rem .9rem; align-items: baseline; font-size: .875rem; color: var(--soft); }
a.number { font-weight: 700; }
.tag { font-weight: 600; border-radius: 4px; padding: 0 .5em; }
.injected { color: var(--inconc); background: var(--inconc-tint); }
.leak { color: var(--fail); background: var(--fail-tint); }
.outside { color: var(--none); background: var(--none-tint); }
pre { margin: .4rem 0; padding: .7rem .9rem; background: var(--sunk); border: 1px solid var(--rule); border-radius: 8px; color: var(--ink); font-size: .8125rem; line-height: 1.55; max-height: 24rem; overflow: auto; white-space: pre-wrap; unicode-bidi: isolate; }
footer { margin-top: 2.5rem; padding-block: 1.25rem 2rem; color: var(--soft); font-size: .875rem; }

@media screen and (max-width: 48rem) {
  .top, main, footer { padding-inline: 1rem; }
  .top { padding-top: 1.25rem; }
  h1 { font-size: 1.25rem; }
  .verdict, .banner, .cover > .note, .cover .facts { padding-inline: 1rem; }
  .counts { grid-template-columns: 1fr 1fr; }
  .counts > div { padding: .6rem 1rem; border-left: 0; }
  .counts > div:nth-child(even) { border-left: 1px solid var(--rule); }
  .counts > div:nth-child(n + 3) { border-top: 1px solid var(--rule); }
  table, tbody, tr, td { display: block; }
  table { border: 0; background: none; }
  thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
  tr { background: var(--card); border: 1px solid var(--rule); border-radius: 10px; margin-bottom: .75rem; padding: .75rem 1rem; position: relative; }
  td, td:first-child { border: 0; padding: .15rem 0; }
  td.title { min-width: 0; font-weight: 600; }
  td.title .flagged { font-weight: 400; margin-bottom: .35rem; }
  td.state { position: absolute; top: .7rem; right: 1rem; }
  td.number { text-align: left; }
  td:has(> .label) { display: grid; grid-template-columns: 7rem minmax(0, 1fr); gap: .5rem; }
  .label { display: block; color: var(--soft); font-size: .8125rem; }
  .scenario > summary { flex-wrap: wrap; padding: .75rem 1rem; }
  .scenario > summary .badge { margin-left: 1.4rem; }
  .scenario > summary h3 { flex: 1 0 calc(100% - 3rem); }
  .body { padding-inline: 1rem; }
  .check > header, .rows { padding-inline: .8rem; }
  .rows > div { grid-template-columns: minmax(0, 1fr); gap: 0; }
  .evidence > ol > li { padding-left: .65rem; }
}
@media print {
  :root { --paper: #fff; --card: #fff; --ink: #000; --soft: #444; --rule: #bbb; --sunk: #f6f6f6; --link: #000; }
  body { font-size: 10pt; }
  .top, main, footer { max-width: none; padding-inline: 0; }
  .languages, .raw { display: none; }
  .scenario::details-content, .evidence::details-content { content-visibility: visible; }
  .badge, .verdict, .banner, .check > header { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .check > header, h2, .scenario > summary, .lead { break-after: avoid; }
  tr, .evidence > ol > li { break-inside: avoid; }
}
`;
