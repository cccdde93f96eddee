/** What remains marked where only criteria are shown: they, and what they decide. */
const CRITERIA = '.k-item, .k-decision, .k-criterion, .k-met, .k-unmet';

/** The page's style sheet: light and dark, narrow and wide, screen and print. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --page: light-dark(#f6f6f3, #16181b);
  --card: light-dark(#ffffff, #1e2125);
  --words: light-dark(#1b1d21, #e4e6e8);
  --quiet: light-dark(#575d66, #a3abb5);
  --rule: light-dark(#d9dad4, #363b42);
  --link: light-dark(#0b57a4, #8ec2ff);
  --case: light-dark(#d7e6fb, #1d3a5f);
  --person: light-dark(#cdeee6, #12463c);
  --reviewer: light-dark(#e6dcfa, #3d2d63);
  --item: light-dark(#e3e5ea, #373c45);
  --decision: light-dark(#ffd9cf, #63291a);
  --service: light-dark(#c9ecf7, #114758);
  --basis: light-dark(#efe0cd, #503a1c);
  --citation: light-dark(#ffedaa, #564704);
  --criterion: light-dark(#dcefc4, #31481a);
  --met: light-dark(#b9e6c4, #14502c);
  --unmet: light-dark(#ffc7c7, #742032);
  --prose: transparent;
  --warning: light-dark(#ffe0e6, #5a1727);
  --alarm: light-dark(#a3122f, #ff9db0);
  --good: light-dark(#17663a, #84dba5);
}
* { box-sizing: border-box; }
html { scroll-padding-top: 4.5rem; }
body { margin: 0; background: var(--page); color: var(--words); font: 1rem/1.6 system-ui, sans-serif; }
a { color: var(--link); }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 3px; }
body > header {
  position: sticky; top: 0; z-index: 2; display: flex; flex-wrap: wrap; gap: .3rem 1.25rem; align-items: center;
  padding: .5rem 1.25rem; background: var(--card); border-bottom: 1px solid var(--rule);
}
h1 { margin: 0; font-size: 1.05rem; }
.tools { display: flex; flex-wrap: wrap; gap: .3rem 1rem; margin-left: auto; font-size: .875rem; align-items: center; }
button { font: inherit; padding: .1rem .6rem; color: inherit; background: var(--page); border: 1px solid var(--rule); border-radius: 6px; cursor: pointer; }
main { max-width: 100rem; margin: 0 auto; padding: 1rem 1.25rem; }
body > footer { padding: 0 1.25rem 2rem; color: var(--quiet); text-align: center; font-size: .875rem; }
.legend { display: flex; flex-wrap: wrap; gap: .15rem .6rem; margin: 0 0 .7rem; padding: 0; list-style: none; font-size: .8rem; }
.letter { margin-bottom: .6rem; background: var(--card); border: 1px solid var(--rule); border-radius: 10px; }
summary { display: flex; flex-wrap: wrap; gap: .2rem .9rem; align-items: baseline; padding: .55rem 1rem; cursor: pointer; font-size: .9rem; }
summary::before { content: "▸"; color: var(--quiet); }
[open] > summary::before { content: "▾"; }
summary h2 { margin: 0; font-size: 1.05rem; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
.badge { padding: 0 .55rem; border-radius: 99px; background: var(--item); }
.b-uphold { background: var(--decision); } .b-overturn { background: var(--criterion); }
.b-partial_overturn { background: var(--citation); } .b-warning { background: var(--warning); color: var(--alarm); }
.columns { display: grid; grid-template-columns: minmax(0, 1fr) minmax(19rem, 30rem); border-top: 1px solid var(--rule); }
.text, .record { padding: .5rem 1.25rem 1.5rem; }
.text { line-height: 1.85; }
.text p { margin: .55rem 0; max-width: 78ch; overflow-wrap: anywhere; }
p.heading { margin-top: 1.5rem; font-weight: 700; font-size: .85rem; letter-spacing: .04em; color: var(--quiet); }
.record { border-left: 1px solid var(--rule); font-size: .9rem; line-height: 1.45; }
.source { color: var(--quiet); font-size: .8rem; overflow-wrap: anywhere; }
mark { padding: .08em .1em; border-radius: 3px; color: inherit; background: var(--kind); }
mark.lit, dd.lit, li.lit { outline: 2px solid var(--link); outline-offset: 1px; }
mark:target, dd:target, li:target { outline: 3px solid var(--link); outline-offset: 1px; }
mark.k-prose { padding: 0; background: none; }
mark.k-item { font-weight: 600; }
mark.decisive { text-decoration: underline 2px; text-underline-offset: .28em; }
mark.k-met { text-decoration-color: var(--good); } mark.k-unmet { text-decoration-color: var(--alarm); }
mark.unsure { background: none; outline: 1px dashed var(--quiet); outline-offset: -1px; }
mark.k-warning { background: none; text-decoration: underline wavy var(--alarm); text-underline-offset: .25em; }
.chip {
  display: inline-block; margin-right: .3em; padding: .12em .42em; border-radius: 3px; font-size: .66em; line-height: 1.3;
  font-weight: 600; text-decoration: none; vertical-align: .12em; user-select: none; white-space: nowrap;
  color: var(--words); background: var(--kind); border: 1px solid color-mix(in srgb, var(--words) 30%, transparent);
}
.k-warning > .chip { color: var(--alarm); }
.k-prose > .chip { color: var(--quiet); }
.k-case { --kind: var(--case); } .k-person { --kind: var(--person); } .k-reviewer { --kind: var(--reviewer); }
.k-item { --kind: var(--item); } .k-decision { --kind: var(--decision); } .k-service { --kind: var(--service); }
.k-basis { --kind: var(--basis); } .k-citation { --kind: var(--citation); } .k-criterion { --kind: var(--criterion); }
.k-met { --kind: var(--met); } .k-unmet { --kind: var(--unmet); }
.k-prose { --kind: var(--prose); } .k-warning { --kind: var(--warning); }
.record h3 { margin: 1.1rem 0 .3rem; font-size: .95rem; }
.record h4 { margin: .7rem 0 .2rem; font-size: .78rem; color: var(--quiet); text-transform: uppercase; letter-spacing: .04em; }
.finding { margin-top: 1rem; border-top: 1px solid var(--rule); }
dl { display: grid; grid-template-columns: 8.5rem minmax(0, 1fr); gap: .15rem .7rem; margin: 0; }
dt { color: var(--quiet); overflow-wrap: anywhere; }
dd { margin: 0; padding: 0 .35rem; border-left: 4px solid var(--kind); overflow-wrap: anywhere; }
dd.k-prose { border-left-color: var(--rule); } dd.unsure { border-left-style: dotted; }
dd a { color: inherit; text-decoration-color: color-mix(in srgb, currentColor 35%, transparent); }
dd small { color: var(--quiet); } dd.doubtful small { color: var(--alarm); } dd.doubtful a { color: var(--alarm); }
.none { color: var(--quiet); font-style: italic; }
.warnings { margin: 0; padding: 0; list-style: none; }
.warnings li { margin: .25rem 0; padding: .3rem .6rem; border-left: 4px solid var(--alarm); background: var(--warning); border-radius: 3px; overflow-wrap: anywhere; }
.warnings a { color: inherit; }
#tip {
  position: fixed; z-index: 3; max-width: min(26rem, calc(100vw - 1rem)); margin: 0; padding: .35rem .6rem; pointer-events: none;
  font-size: .85rem; line-height: 1.4; color: var(--page); background: var(--words); border-radius: 6px; overflow-wrap: anywhere;
}
#tip span { display: block; } #tip span + span { opacity: .75; }
#tip[hidden] { display: none; }
body:has(#without-labels:checked) .chip { display: none; }
body:has(#only-warned:checked) .letter:not(.warned) { display: none; }
body:has(#only-criteria:checked) .letter mark:not(${CRITERIA}) { padding: 0; background: none; text-decoration: none; }
body:has(#only-criteria:checked) .letter mark:not(${CRITERIA}) > .chip { display: none; }
body:has(#only-criteria:checked) .record :is(dl, h4:has(+ dl)):not(:has(${CRITERIA}), :has(+ dl :is(${CRITERIA}))) { display: none; }
body:has(#without-unsure:checked) .letter mark.unsure { outline: none; text-decoration: none; }
body:has(#without-unsure:checked) .letter mark.unsure > .chip { display: none; }
body:has(#without-unsure:checked) .record :is(dd.unsure, dt:has(+ dd.unsure)) { display: none; }
@media screen and (min-width: 60.01rem) {
  .record { position: sticky; top: 3.2rem; align-self: start; max-height: calc(100vh - 3.4rem); overflow-y: auto; }
}
@media (max-width: 60rem) {
  .columns { grid-template-columns: minmax(0, 1fr); }
  .record { border-left: 0; border-top: 1px solid var(--rule); }
  main { padding: .6rem; } .text, .record { padding-inline: .9rem; }
  body > header { position: static; } html { scroll-padding-top: 1rem; }
  .tools { margin-left: 0; }
}
@media print {
  :root { color-scheme: light; }
  body > header, #tip { display: none; }
  body, .letter { background: #fff; border: 0; }
  .letter + .letter { break-before: page; }
  .columns { display: block; } .record { border: 0; }
  mark, .badge, dd, .chip { print-color-adjust: exact; }
  dl, h3, h4, p { break-inside: avoid; } h3, h4 { break-after: avoid; }
}
`;
