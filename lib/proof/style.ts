/** How a proof looks, on a screen and on paper: nothing is loaded. */
export const STYLE = `
:root { color-scheme: light; }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1.5rem; background: #fff; color: #1b1a1f; font: 14px/1.45 system-ui, sans-serif; }
h1 { margin: 0 0 .5rem; font-size: 22px; }
h2 { margin: 2rem 0 .5rem; font-size: 16px; }
h3 { margin: 1.25rem 0 .35rem; font-size: 14px; overflow-wrap: anywhere; }
p { margin: .25rem 0; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: .35rem .75rem .35rem 0; border-bottom: 1px solid #ddd; text-align: left; vertical-align: top; }
th { color: #5c5966; font-weight: 600; font-size: 12px; }
td { overflow-wrap: anywhere; }
span.time { white-space: nowrap; font-variant-numeric: tabular-nums; }
.muted { color: #5c5966; }
.address { font: 12px/1.4 ui-monospace, monospace; overflow-wrap: anywhere; }
.verdict { font-weight: 600; white-space: nowrap; }
.verdict.fail, .error { color: #a61b1b; }
.verdict.warning, .warning { color: #7a4d00; }
.verdict.pass { color: #12653a; }
.finding { margin: .15rem 0; }
.notes { margin: .75rem 0; padding: .5rem .75rem; border-left: 3px solid #7a4d00; background: #fff5e3; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 .75rem; margin: .25rem 0; }
dt { color: #5c5966; }
dd { margin: 0; overflow-wrap: anywhere; }
footer { margin-top: 2.5rem; color: #5c5966; font-size: 12px; }
@media screen and (max-width: 44rem) { thead { display: none; } table, tbody, tr, td { display: block; } td { padding: .1rem 0; border: 0; } tr { padding: .5rem 0; border-bottom: 1px solid #ddd; } }
@page { margin: 15mm; }
@media print { body { max-width: none; margin: 0; padding: 0; font-size: 11px; } tr, .request { break-inside: avoid; } thead { display: table-header-group; } }
`;
