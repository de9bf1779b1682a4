import type { AdConsole } from './consoles.ts';

/** One console's looks: colours, type and where its navigation stands. */
export function consoleCss(console: AdConsole): string {
  return `:root { --accent: light-dark(${console.accent}, ${console.accentDark}); }
body { font-family: ${console.font}; font-size: 16px; }
header { padding: 12px 24px; border-bottom: 1px solid var(--line); }
header strong { color: var(--accent); font-size: 1.1em; }
header small { color: var(--muted); display: block; }
main { padding: 24px; max-width: 820px; }
nav a { display: inline-block; padding: 6px 12px; text-decoration: none; border-radius: 6px; }
nav a[aria-current] { background: var(--accent); color: light-dark(#fff, #17191c); }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: 10px 12px; border-bottom: 1px solid var(--line); }
th { color: var(--muted); font-weight: 600; font-size: .85em; }
td a { color: var(--accent); }
form { display: grid; gap: 18px; }
label { font-weight: 600; display: block; margin-bottom: 4px; }
input, textarea { font: inherit; width: 100%; padding: 9px 10px; color: inherit;
  background: light-dark(#fff, #1d2025); border: 1px solid light-dark(#8a909b, #6b7280); border-radius: 6px; }
textarea { font-family: ui-monospace, Menlo, Consolas, monospace; font-size: 14px; resize: vertical; }
.hint { color: var(--muted); font-size: .875em; margin: 4px 0 0; }
.bar { display: flex; gap: 16px; align-items: center; flex-wrap: wrap; }
button { font: inherit; font-weight: 600; padding: 9px 22px; border: 0; border-radius: 6px; cursor: pointer;
  background: var(--accent); color: light-dark(#fff, #17191c); }
.bar a { color: var(--accent); }
[role=status] { color: var(--muted); }
[role=alert] { border-left: 4px solid #c01c28; padding: 8px 12px; background: var(--soft); }
${LAYOUTS[console.layout]}`;
}

const LAYOUTS: Readonly<Record<AdConsole['layout'], string>> = {
  side: `body { display: grid; grid-template: auto 1fr / 200px 1fr; min-height: 100vh; }
header { grid-column: 1 / -1; }
nav { background: var(--soft); padding: 16px; } nav a { display: block; }
@media (max-width: 640px) { body { display: block; } }`,
  top: `header { background: var(--accent); color: light-dark(#fff, #17191c); }
header strong, header small { color: inherit; }
nav { padding: 12px 24px; background: var(--soft); } main { margin: 0 auto; }
input, textarea, button, nav a { border-radius: 18px; } textarea { border-radius: 12px; }`,
  plain: `header, nav, main { max-width: 720px; margin: 0 auto; } header { border-bottom-style: double; border-bottom-width: 4px; }
nav { padding: 8px 24px; } input, textarea, button, nav a { border-radius: 0; }`,
};
