// The licences of what is bundled, as their authors ask for: one text beside each build, made from the
// modules that are truly in it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import type { Plugin } from 'vite';

export const NOTICES_FILE = 'third-party-notices.txt';

/** Collects what several builds bundle: add the plugin to each, and ask for the text when all are done. */
export function createNotices(root: string) {
  const folders = new Map<string, string>();
  const plugin: Plugin = {
    name: 'third-party-notices',
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        for (const id of chunk.moduleIds) {
          const found = packageOf(id, root);
          if (found) folders.set(found.name, found.folder);
        }
      }
    },
  };
  return {
    plugin,
    text: () =>
      [...folders]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, folder]) => noticeOf(name, folder))
        .join(`\n${'-'.repeat(80)}\n\n`),
  };
}

/** The package that a module is of, and its folder; `null` for our own. */
export function packageOf(
  id: string,
  root: string,
): { readonly name: string; readonly folder: string } | null {
  // What the bundler itself puts in: `\0vite/preload-helper.js`, `\0rolldown/runtime.js`.
  const own = /^\0(vite|rolldown)\//.exec(id)?.[1];
  if (own) return { name: own, folder: folderOf(own, root) };
  const file = id.replace(/^\0/, '').replaceAll('\\', '/');
  const found = /^(.*\/node_modules\/)((?:@[^/]+\/)?[^/]+)\//.exec(file);
  const [, before = '', name = ''] = found ?? [];
  return found ? { name, folder: before + name } : null;
}

// Where Node would find it: in the folder itself or in one above.
function folderOf(name: string, root: string): string {
  const [above, here] = [path.dirname(root), path.join(root, 'node_modules', name)];
  return existsSync(here) || above === root ? here : folderOf(name, above);
}

function noticeOf(name: string, folder: string): string {
  const about: unknown = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const field = (key: string) =>
    typeof about === 'object' && about !== null ? String(Reflect.get(about, key) ?? '') : '';
  const licence = field('license');
  const text = licenceText(folder) ?? (licence === 'MIT' ? mitText(name) : null);
  // Nothing may be shipped of which this is not known.
  if (text === null) throw new Error(`no licence text of ${name} (${licence}) in ${folder}`);
  return `${name} ${field('version')} (${licence})\n\n${text.trim()}\n`;
}

function licenceText(folder: string): string | null {
  if (!existsSync(folder)) return null;
  const file = readdirSync(folder)
    .toSorted()
    .find((name) => /^(?:licen[cs]e|copying)(?:\.(?:md|txt))?$/i.test(name));
  if (!file) return null;
  // Vite adds the licences of everything that the tool itself is built from, which is not here.
  return readFileSync(path.join(folder, file), 'utf8').split(/^# Licenses of bundled/m)[0] ?? null;
}

// Of packages that say MIT and forgot the text.
function mitText(name: string): string {
  return `MIT License

Copyright (c) the authors of ${name}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
}
