"""How does the page of a summary look, on screen and on paper?"""

from __future__ import annotations

from typing import Final

STYLE: Final = """\
:root { --ink: #1b1f24; --quiet: #59636e; --rule: #d0d7de; --accent: #1f5fa8; }
body { margin: 0; color: var(--ink); background: #fff;
  font: 16px/1.6 system-ui, "Hiragino Sans", "Noto Sans JP", "Yu Gothic", Meiryo, sans-serif; }
:lang(ja) body, body:lang(ja) { line-height: 1.7; word-break: auto-phrase; }
main { max-width: 72rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.3rem; margin-top: 2.5rem; border-top: 1px solid var(--rule); padding-top: 1rem; }
h3 { font-size: 1.05rem; margin-top: 1.5rem; }
.quiet, small { color: var(--quiet); } h2 .quiet { font-weight: 400; font-size: 1rem; }
td small { color: inherit; }
.wide { overflow-x: auto; margin-bottom: 1rem; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: .25rem .6rem; border-bottom: 1px solid var(--rule); text-align: right; white-space: nowrap; }
th { font-weight: 600; } tbody th { font-weight: 400; }
th:first-child, td.words, .list thead th { text-align: left; }
.list td:not(.words) { text-align: right; } td.none { color: var(--quiet); }
.charts { display: grid; grid-template-columns: repeat(auto-fill, minmax(20rem, 1fr)); gap: 1.5rem; margin: 1rem 0; }
figure { margin: 0; break-inside: avoid; } figcaption { font-weight: 600; margin-bottom: .25rem; }
.bars { width: 100%; } .bars td, .bars th { border: 0; padding: .1rem .5rem .1rem 0; width: 1%; }
.bar, .bars td.bar { position: relative; min-width: 8rem; width: 60%; }
.bar span { position: absolute; left: 0; top: 25%; height: 50%; box-sizing: border-box;
  -webkit-print-color-adjust: exact; print-color-adjust: exact; }
.bar .solid { background: var(--accent); } .bar .outline { border: 1px solid var(--ink); }
td { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
tr { break-inside: avoid; }
@media print { body { font-size: 11px; } main { max-width: none; padding: 0; } .wide { overflow: visible; } }
"""
