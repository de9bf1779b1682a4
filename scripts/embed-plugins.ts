// What keeps the embedded element small: parts of shared modules that it cannot use are left out.
import path from 'node:path';

import type { Plugin } from 'vite';

/**
 * The element reads what it gets with guards of its own. Marked as pure, schemas that nobody uses go,
 * and with the last of them their library: a tenth of the whole.
 */
export function dropUnusedSchemas(core: string): Plugin {
  return {
    name: 'drop-unused-schemas',
    enforce: 'pre',
    transform: (code, id) =>
      id.startsWith(core) && path.basename(id) !== 'schema.ts'
        ? code.replace(/(?<![\w.])z\.\w+\(/g, '/* @__PURE__ */ $&')
        : null,
  };
}

/** Tables of words: the file, and the constant in it. */
const TABLES: readonly (readonly [file: string, name: string])[] = [
  ['lib/text/builder.ts', 'builderText'],
  ['lib/text/tag-findings.ts', 'TABLE'],
];

/**
 * Leaves out words and style rules that nothing in the bundle names. `mentions` tells whether the
 * rest of the bundle has a name; without it, the tables and style sheets are left out whole, to find
 * out what the rest is.
 */
export function onlyMentioned(root: string, mentions: (name: string) => boolean): Plugin {
  return {
    name: 'only-mentioned',
    enforce: 'pre',
    transform(code, id) {
      const [file = ''] = path.relative(root, id).split('?');
      if (file.endsWith('.css')) return withoutUnusedRules(code, mentions);
      const table = TABLES.find(([name]) => name === file.replaceAll(path.sep, '/'));
      return table ? withoutEntries(code, table[1], mentions) : null;
    },
  };
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
