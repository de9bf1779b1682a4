import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';
import { z } from 'zod/mini';

import { NOTICES_FILE, packageOf } from '../../../scripts/notices.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const read = (...parts: string[]) => readFileSync(path.join(ROOT, ...parts), 'utf8');
const { dependencies } = z
  .object({ dependencies: z.record(z.string(), z.string()) })
  .parse(JSON.parse(read('package.json')));

// What has no module of its own in a build: its licence is that of what it was made of.
const EVERYTHING = [...Object.keys(dependencies), '@preact/signals-core', 'wxt'];

function licenceOf(name: string): string {
  const folder = path.join(ROOT, 'node_modules', name);
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  return file ? readFileSync(path.join(folder, file), 'utf8').trim() : 'MIT License';
}

describe.each(['chrome-mv3', 'firefox-mv3'])('the notices in %s', (folder) => {
  const notices = read('.output', folder, NOTICES_FILE);
  it.each(EVERYTHING)('have the licence of %s', (name) => {
    expect(notices).toMatch(new RegExp(`^${name.replaceAll('.', '\\.')} \\d`, 'm'));
    expect(notices).toContain(licenceOf(name));
  });
});

describe('the notices of the embedded element', () => {
  const notices = read('.output/embed', NOTICES_FILE);
  it('have the licence of what it bundles, and of nothing else', () => {
    expect(notices).toContain(licenceOf('preact'));
    expect(notices).toMatch(/^lucide \d/m);
    for (const name of ['idb', 'write-excel-file', 'papaparse', 'wxt']) {
      expect(notices).not.toMatch(new RegExp(`^${name} \\d`, 'm'));
    }
  });
});

describe('packageOf', () => {
  it.each([
    ['/p/lib/core/macro/encode.ts', null],
    ['/p/node_modules/preact/dist/preact.mjs', 'preact'],
    ['/p/node_modules/@preact/signals/dist/signals.mjs?v=1', '@preact/signals'],
    ['/p/node_modules/a/node_modules/b/index.js', 'b'],
    ['C:\\p\\node_modules\\idb\\build\\index.js', 'idb'],
    ['\0/p/node_modules/papaparse/papaparse.js?commonjs', 'papaparse'],
    ['\0vite/preload-helper.js', 'vite'],
    ['\0rolldown/runtime.js', 'rolldown'],
    ['\0virtual:wxt-something', null],
  ])('%s', (id, name) => expect(packageOf(id, '/p')?.name ?? null).toBe(name));
});
