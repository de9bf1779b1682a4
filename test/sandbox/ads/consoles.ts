import { HOSTS } from '../hosts.ts';

/** One ad server's console: whose macros it speaks, and how it looks. */
export interface AdConsole {
  readonly key: string;
  readonly host: string;
  readonly speaks: string;
  /** Shown beneath the pixel field. */
  readonly hint: string;
  readonly accent: string;
  readonly accentDark: string;
  readonly font: string;
  readonly layout: 'side' | 'top' | 'plain';
}

/** Two catalogued ad servers under their real host names, and one that exists only here. */
export const CONSOLES: readonly AdConsole[] = [
  {
    key: 'gam',
    host: HOSTS.gam,
    speaks: 'Google Ad Manager macros',
    hint: 'One URL a line, or HTML. Macros: %%CACHEBUSTER%%, %%ADUNIT%%, %ecid!, %eaid!, %epid!',
    accent: '#1a5fb4',
    accentDark: '#99c1f1',
    font: "Roboto, 'Helvetica Neue', Arial, sans-serif",
    layout: 'side',
  },
  {
    key: 'kevel',
    host: HOSTS.kevel,
    speaks: 'Kevel macros',
    hint: 'HTML that is added to the creative. Macro: {{timestamp}}',
    accent: '#a3471f',
    accentDark: '#ffb48a',
    font: "Inter, 'Segoe UI', system-ui, sans-serif",
    layout: 'top',
  },
  {
    key: 'demo',
    host: HOSTS.demo,
    speaks: 'a macro of its own, [CB]',
    hint: 'One URL a line, or HTML. Macro: [CB]',
    accent: '#26704f',
    accentDark: '#8ff0a4',
    font: "Georgia, 'Times New Roman', serif",
    layout: 'plain',
  },
];
