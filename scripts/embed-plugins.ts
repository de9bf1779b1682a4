// What keeps the embedded element small: parts of shared modules that it cannot use are left out.
import path from 'node:path';

import type { Plugin } from 'vite';

const WORDS = { file: 'lib/text/builder/builder.ts', table: 'builderText' };
const CATALOGUE = 'lib/core/ad-server/catalogue.ts';
const REPAIRS = 'lib/core/rules/tag/repairs.ts';

/**
 * Leaves out words and style rules that nothing in the bundle names, the consoles' hosts, and how tags are mended. `mentions`
 * tells whether the code of the bundle has a name.
 */
export function onlyMentioned(root: string, mentions: (name: string) => boolean): Plugin {
  return {
    name: 'only-mentioned',
    enforce: 'pre',
    transform(code, id) {
      const [file = ''] = path.relative(root, id).split('?');
      if (file.endsWith('.css')) return withoutUnusedRules(code, mentions);
      const name = file.replaceAll(path.sep, '/');
      // In whose console it stands, the element is never asked.
      if (name === CATALOGUE) return code.replace(/\n\s*hosts: \[[^\]]*\],/g, '');
      // It only writes tags; there is nothing to mend.
      if (name === REPAIRS) return withoutWork(code);
      return name === WORDS.file ? withoutEntries(code, WORDS.table, mentions) : null;
    },
  };
}

/** A module whose every function does nothing and gives `null`. */
export function withoutWork(code: string): string {
  const names = [...code.matchAll(/^export function (\w+)/gm)].map(([, name]) => name);
  if (names.length === 0) throw new Error('no functions');
  return names.map((name) => `export const ${name} = () => null;`).join('\n');
}

/** A table without the entries that are not mentioned. Each begins a line, two spaces in. */
export function withoutEntries(
  code: string,
  table: string,
  mentions: (name: string) => boolean,
): string {
  const start = code.search(new RegExp(`^(?:export )?const ${table}\\b`, 'm'));
  const end = code.indexOf('\n};', start);
  if (start < 0 || end < 0) throw new Error(`no table ${table}`);
  const [head = '', ...entries] = code.slice(start, end).split(/\n(?= {2}['\w])/);
  const kept = entries.filter((entry) => mentions(/^ {2}'?([\w-]+)/.exec(entry)?.[1] ?? ''));
  return code.slice(0, start) + [head, ...kept].join('\n') + code.slice(end);
}

/** A style sheet without rules for classes of ours that are not mentioned. */
export function withoutUnusedRules(css: string, mentions: (name: string) => boolean): string {
  return css.replace(/([^{}]+)\{[^{}]*\}/g, (rule, selectors: string) =>
    splitSelectors(selectors).some((selector) =>
      [...selector.matchAll(/\.(pb-[\w-]+)/g)].every((match) => mentions(match[1] ?? '')),
    )
      ? rule
      : '',
  );
}

// At the commas between selectors, not at those inside `:is(…)`.
function splitSelectors(selectors: string): readonly string[] {
  return selectors.replace(/\/\*[\s\S]*?\*\//g, '').split(/,(?![^()]*\))/);
}
