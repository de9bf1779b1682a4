/** How a proof looks, on a screen and on paper: nothing is loaded. */
export const STYLE = `
:root { color-scheme: light; }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1.5rem; background: #fff; color: #1b1a1f; font: 14px/1.45 system-ui, sans-serif; }
h1 { margin: 0 0 .5rem; font-size: 1.55em; }
h2 { margin: 2rem 0 .5rem; font-size: 1.15em; }
h3 { margin: 1.25rem 0 .35rem; font-size: 1em; overflow-wrap: anywhere; }
h2, h3 { break-inside: avoid; break-after: avoid; }
p { margin: .25rem 0; }
table { width: 100%; table-layout: fixed; border-collapse: collapse; }
.verdicts th:nth-child(1) { width: 34%; }
.verdicts th:nth-child(2) { width: 6.5em; }
.verdicts th:nth-child(3) { width: 4em; }
.requests th:nth-child(1) { width: 8.5em; }
.requests th:nth-child(2) { width: 44%; }
.requests th:nth-child(3) { width: 7em; }
th, td { padding: .35rem .75rem .35rem 0; border-bottom: 1px solid #ddd; text-align: left; vertical-align: top; }
th { color: #5c5966; font-weight: 600; font-size: .86em; }
td { overflow-wrap: anywhere; }
span.time { font-variant-numeric: tabular-nums; }
.muted { color: #5c5966; }
.address { font: .86em/1.4 ui-monospace, monospace; overflow-wrap: anywhere; }
.verdict { font-weight: 600; white-space: nowrap; }
.verdict.fail, .error { color: #a61b1b; }
.verdict.warning, .warning { color: #7a4d00; }
.verdict.pass { color: #12653a; }
.on-page th:nth-child(1) { width: 38%; }
.on-page th:nth-child(2) { width: 24%; }
figure { margin: .75rem 0 1.25rem; break-inside: avoid; }
figure img { display: block; max-width: 100%; max-height: 60rem; border: 1px solid #ddd; }
figcaption { margin-top: .25rem; overflow-wrap: anywhere; }
.finding { margin: .15rem 0; }
.finding:first-child { margin-top: 0; }
.notes { overflow-wrap: anywhere; margin: .75rem 0; padding: .5rem .75rem; border-left: 3px solid #7a4d00; background: #fff5e3; }
dl { display: flex; flex-wrap: wrap; gap: 0 1em; margin: .25rem 0; }
dl div { min-width: 0; overflow-wrap: anywhere; }
dt { display: inline; color: #5c5966; }
dd { display: inline; margin: 0; }
footer { margin-top: 2.5rem; color: #5c5966; font-size: .86em; }
@media screen and (max-width: 44rem) { thead { display: none; } table, tbody, tr, td { display: block; } td { padding: .1rem 0; border: 0; } tr { padding: .5rem 0; border-bottom: 1px solid #ddd; } .verdicts td:nth-child(3)::before { content: "Fired "; color: #5c5966; } .requests td:nth-child(3)::before { content: "Ended "; color: #5c5966; } }
@page { margin: 15mm; }
@media print { body { max-width: none; margin: 0; padding: 0; font-size: 11px; } tr { break-inside: avoid; } thead { display: table-header-group; } }
`;
