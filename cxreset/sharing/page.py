"""The page every HTML export is set in: one file, no script, nothing asked from outside.

The policy in its head forbids every request and every script; only the style below may act. Colours
meet WCAG AA in light and dark; a test runs axe-core over both.
"""

from __future__ import annotations

from string import Template

PAGE = Template("""\
<!doctype html>
<html lang="$language">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>$title</title>
<style>
$style</style>
</head>
<body>
<a class="skip" href="#main">Skip to the text</a>
<header>
<h1>$title</h1>
$subtitle<p class="date"><time datetime="$iso">$date</time></p>
</header>
<nav aria-label="Contents">
<ol>
$contents</ol>
</nav>
<main id="main" tabindex="-1">
$parts</main>
$footer</body>
</html>
""")

STYLE = """\
:root {
  --paper: #fdfcf9; --ink: #1c2422; --quiet: #55615c; --line: #ddd9cf; --tint: #f1f4f0;
  --accent: #0b5a58; --bar: #2f8c86; --track: #e4e8e3; --flag: #8c3710; --flag-tint: #fbefe6;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, Charter, Georgia, serif;
  --sans: -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
}
@media screen {
  :root { color-scheme: light dark; }
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #131918; --ink: #e6eae6; --quiet: #a6b2ac; --line: #313c39; --tint: #1b2422;
    --accent: #84cfc5; --bar: #4aa79e; --track: #27312f; --flag: #f4b892; --flag-tint: #35231a;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0 auto; max-width: 60rem; padding: 3.5rem 2rem 4rem; background: var(--paper);
  color: var(--ink); font: 1rem/1.6 var(--sans); overflow-wrap: anywhere;
}
p, dd, dt, td, th, li, h1, h2, h3, figcaption, caption { unicode-bidi: plaintext; }
a { color: var(--accent); text-underline-offset: .2em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; }
main:focus { outline: none; }
.skip {
  position: absolute; left: -99rem; top: 1rem; background: var(--paper); padding: .5rem 1rem;
}
.skip:focus { left: 1rem; }

h1, h2, h3 { font-family: var(--serif); font-weight: 600; line-height: 1.2; text-wrap: balance; }
h1 { font-size: clamp(2rem, 5vw, 2.9rem); letter-spacing: -.015em; margin: 0; }
h2 { font-size: 1.6rem; margin: 0 0 1.1rem; }
h3 { font-size: 1.15rem; margin: 2.2rem 0 .6rem; }
header { border-top: 5px solid var(--accent); padding-top: 1.6rem; }
header p { margin: .6rem 0 0; max-width: 42rem; color: var(--quiet); font-size: 1.1rem; }
header .date { font-size: .95rem; margin-top: .2rem; }
nav { margin: 1.8rem 0 0; font-size: .92rem; }
nav ol {
  list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .35rem 1.3rem;
}
nav a { text-decoration: none; }
nav a:hover { text-decoration: underline; }
section { margin-top: 3.2rem; padding-top: 1.7rem; border-top: 1px solid var(--line); }
p, ul, ol, dl, figure, table { margin: 0 0 1rem; }
p, .list { max-width: 42rem; }
.list { padding-inline-start: 1.3rem; }
.list li { margin-bottom: .35rem; }
.list li p { margin: 0; }

dl > div { padding: .55rem 0; border-top: 1px solid var(--line); }
dl > div:first-child { border-top: 0; }
dt { color: var(--quiet); font-size: .92rem; line-height: 1.74; }
dd { margin: 0; max-width: 46rem; }
dd + dd { margin-top: .3rem; }
@media screen and (min-width: 44rem) {
  dl > div { display: grid; grid-template-columns: 13rem 1fr; gap: 0 1.5rem; }
  dt { grid-row: 1 / span 99; }
  dd { grid-column: 2; }
}
#summary {
  background: var(--tint); border: 0; border-radius: .5rem; padding: 1.7rem 1.8rem 1rem;
  margin-top: 2rem;
}
#summary h2 { margin-bottom: .5rem; }
#summary dt { color: var(--accent); font-weight: 600; }

table {
  border-collapse: collapse; width: 100%; margin: 1.4rem 0 1.6rem;
  font-size: .92rem; line-height: 1.45;
}
caption { text-align: start; color: var(--quiet); padding-bottom: .6rem; }
th, td { text-align: left; vertical-align: top; padding: .6rem .9rem .6rem 0; }
thead th { border-bottom: 2px solid var(--ink); font-size: .86rem; white-space: nowrap; }
tbody tr { border-bottom: 1px solid var(--line); }
tbody th { font-weight: 600; color: var(--accent); }
.short { white-space: nowrap; }
.flagged { background: var(--flag-tint); }
.flagged th, .flagged .short { color: var(--flag); }
.flagged th { box-shadow: inset 4px 0 var(--flag); padding-inline-start: .9rem; }

.quote {
  margin: 1.1rem 0; padding: .1rem 0 .1rem 1.2rem; border-inline-start: 3px solid var(--bar);
}
blockquote { margin: 0; font-family: var(--serif); font-size: 1.06rem; max-width: 42rem; }
blockquote p { margin: 0 0 .4rem; }
.quote figcaption { color: var(--quiet); font-size: .88rem; }
.bars { max-width: 46rem; margin: 1.2rem 0 1.8rem; }
.bars figcaption { color: var(--quiet); margin-bottom: .5rem; font-size: .92rem; }
.bars ul { list-style: none; margin: 0; padding: 0; }
.bars li {
  display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1.5rem;
  margin-bottom: .8rem;
}
.bars .figure { color: var(--quiet); font-variant-numeric: tabular-nums; }
.bars svg { display: block; width: 100%; height: .6rem; margin-top: .25rem; }
.track { fill: var(--track); }
.bar { fill: var(--bar); }
.todo {
  max-width: none; border: 1px dashed var(--quiet); border-radius: .5rem; padding: .8rem 1.1rem;
}
.todo strong { color: var(--accent); }
.where { color: var(--quiet); }
footer {
  margin-top: 3.5rem; padding-top: 1.4rem; border-top: 5px solid var(--accent);
  color: var(--quiet); font-size: .9rem;
}
footer p { margin: 0 0 .5rem; }

@media screen and (max-width: 52rem) {
  body { padding: 1.6rem 1.15rem 3rem; }
  section { margin-top: 2.4rem; }
  #summary { padding: 1.2rem 1.15rem .6rem; }
  table, caption, tbody, tr, tbody th, td { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tbody tr { padding: .7rem 0; }
  tbody th, td { padding: .1rem 0; }
  td:empty { display: none; }
  td { display: grid; grid-template-columns: 7.5rem 1fr; gap: .8rem; white-space: normal; }
  td::before { content: attr(data-label); color: var(--quiet); }
  .flagged { padding-inline-start: .9rem; box-shadow: inset 4px 0 var(--flag); }
  .flagged th { box-shadow: none; padding-inline-start: 0; }
}
@page { size: A4; margin: 17mm 16mm 18mm; }
@media print {
  html { font-size: 10pt; }
  body { max-width: none; padding: 0; background: none; line-height: 1.45; }
  .skip, nav { display: none; }
  h1 { font-size: 24pt; }
  h2 { font-size: 15pt; }
  h3 { font-size: 11.5pt; margin-top: 1.2rem; }
  h1, h2, h3, caption, thead, dl > div:first-child, figcaption { break-after: avoid; }
  tbody tr:first-child { break-before: avoid; }
  section { margin-top: 1.4rem; padding-top: 1rem; }
  #summary { margin-top: 1.2rem; padding: 1rem 1.2rem .4rem; }
  dl > div { display: grid; grid-template-columns: 38mm 1fr; gap: 0 6mm; padding: .35rem 0; }
  dt { grid-row: 1 / span 99; }
  dd { grid-column: 2; }
  dt { line-height: 1.58; }
  thead { display: table-header-group; }
  tr, figure, dl > div, .todo, .bars li { break-inside: avoid; }
  p, blockquote { orphans: 3; widows: 3; }
  #summary, .flagged, svg { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
"""
