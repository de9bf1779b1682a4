/** How a proof looks, on a screen and on paper: nothing is loaded. */
export const STYLE = `
:root { color-scheme: light; --paper: #fff; --ink: #1b1a1f; --muted: #5c5966; --line: #ddd; --fail: #a61b1b; --warn: #7a4d00; --pass: #12653a; --note: #fff5e3; --ground: #f3f2f6; --monetize: #4a3fb5; --server: #a04a00; }
@media screen and (prefers-color-scheme: dark) { :root { color-scheme: dark; --paper: #1b1a1f; --ink: #eceaf0; --muted: #aca8b8; --line: #403d49; --fail: #ff9b94; --warn: #f0c274; --pass: #7fd6a3; --note: #33291a; --ground: #25232c; --monetize: #b5acff; --server: #f0b27a; } }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1.5rem; background: var(--paper); color: var(--ink); font: 14px/1.45 system-ui, sans-serif; }
h1 { margin: 0 0 .5rem; font-size: 1.55em; }
h2 { margin: 2rem 0 .5rem; font-size: 1.15em; }
h3 { margin: 1.25rem 0 .35rem; font-size: 1em; overflow-wrap: anywhere; }
h2, h3, h2 + p, h3 + p { break-inside: avoid; break-after: avoid; }
p { margin: .25rem 0; }
table { width: 100%; table-layout: fixed; border-collapse: collapse; }
.verdicts th:nth-child(1) { width: 34%; }
.verdicts th:nth-child(2) { width: 6.5em; }
.verdicts th:nth-child(3) { width: 4em; }
.requests th:nth-child(1) { width: 8.5em; }
.requests th:nth-child(2) { width: 44%; }
.requests th:nth-child(3) { width: 7em; }
th, td { padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
th { color: var(--muted); font-weight: 600; font-size: .86em; }
td { overflow-wrap: anywhere; }
span.time { font-variant-numeric: tabular-nums; }
.muted { color: var(--muted); }
.address { font: .86em/1.4 ui-monospace, monospace; overflow-wrap: anywhere; }
.verdict { font-weight: 600; white-space: nowrap; }
.verdict.fail, .error { color: var(--fail); }
.verdict.warning, .warning { color: var(--warn); }
.verdict.pass { color: var(--pass); }
.on-page th:nth-child(1) { width: 38%; }
.on-page th:nth-child(2) { width: 24%; }
.counts { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; align-items: flex-start; }
.counts figure { flex: 0 1 312px; min-width: 0; margin: .5rem 0; }
.counts table { flex: 0 1 auto; width: auto; margin-top: .5rem; table-layout: auto; font-size: .86em; font-variant-numeric: tabular-nums; }
.days td, .days th { padding: .12rem 0 .12rem 1.25rem; text-align: right; overflow-wrap: normal; }
.days td:first-child, .days th:first-child { padding-left: 0; text-align: left; white-space: nowrap; }
svg { display: block; max-width: 100%; height: auto; }
svg text { fill: var(--muted); font: 11px system-ui, sans-serif; font-variant-numeric: tabular-nums; }
svg .number { text-anchor: end; }
svg .date { text-anchor: middle; }
svg .grid { stroke: var(--line); }
svg .zero { stroke: var(--ink); }
svg .weekend { fill: var(--ground); }
svg .line { fill: none; stroke-width: 2; stroke-linejoin: round; }
svg .line.monetize { stroke: var(--monetize); }
svg .line.ad-server { stroke: var(--server); stroke-dasharray: 6 4; }
svg .mark.monetize { fill: var(--monetize); }
svg .mark.ad-server { fill: var(--paper); stroke: var(--server); stroke-width: 1.5; }
svg .bar { fill: var(--muted); }
svg .bar.less { fill: var(--paper); stroke: var(--muted); }
figure { margin: .75rem 0 1.25rem; break-inside: avoid; }
figure img { display: block; max-width: 100%; max-height: 60rem; border: 1px solid var(--line); }
figcaption { margin-top: .25rem; overflow-wrap: anywhere; }
.finding { margin: .15rem 0; }
.finding:first-child { margin-top: 0; }
.notes { overflow-wrap: anywhere; margin: .75rem 0; padding: .5rem .75rem; border-left: 3px solid var(--warn); background: var(--note); }
dl { display: flex; flex-wrap: wrap; gap: 0 1em; margin: .25rem 0; }
dl div { min-width: 0; overflow-wrap: anywhere; }
dt { display: inline; color: var(--muted); }
dd { display: inline; margin: 0; }
footer { margin-top: 2.5rem; color: var(--muted); font-size: .86em; }
@media screen and (max-width: 44rem) { thead { display: none; } table, tbody, tr, td { display: block; } td { padding: .1rem 0; border: 0; } tr { padding: .5rem 0; border-bottom: 1px solid var(--line); } .verdicts td:nth-child(3)::before { content: "Fired "; color: var(--muted); } .requests td:nth-child(3)::before { content: "Ended "; color: var(--muted); } }
@media screen and (max-width: 44rem) { .days thead { display: table-header-group; } .days { display: table; } .days tbody { display: table-row-group; } .days tr { display: table-row; } .counts table { font-size: .75em; } .days td, .days th { display: table-cell; padding: .12rem 0 .12rem .5em; border-bottom: 1px solid var(--line); } }
@page { margin: 15mm; }
@media print { body { max-width: none; margin: 0; padding: 0; font-size: 11px; } tr { break-inside: avoid; } thead { display: table-header-group; } figure img { max-height: 200mm; } svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
`;
