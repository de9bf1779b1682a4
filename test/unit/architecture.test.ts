import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Who may import whom: the table of the house, in `docs/decisions/0001-the-house.md`. */
const TABLE: Record<string, { layers: readonly string[]; packages: readonly string[] }> = {
  'lib/core': { layers: ['lib/core'], packages: ['zod/mini', 'html5parser'] },
  'lib/api': { layers: ['lib/api', 'lib/core'], packages: [] },
  'lib/store': { layers: ['lib/store', 'lib/core'], packages: ['idb'] },
  'lib/messaging': { layers: ['lib/messaging', 'lib/core'], packages: [] },
  'lib/app': {
    layers: ['lib/app', 'lib/core', 'lib/api', 'lib/store', 'lib/messaging'],
    packages: [],
  },
  'lib/platform': {
    layers: ['lib/platform', 'lib/core', 'lib/messaging', 'lib/app'],
    packages: ['wxt/browser'],
  },
  'lib/files': {
    layers: ['lib/files', 'lib/core'],
    packages: ['write-excel-file/universal', 'fflate/browser'],
  },
  'lib/text': { layers: ['lib/text', 'lib/core'], packages: [] },
  components: {
    layers: ['components', 'lib/core', 'lib/text', 'lib/messaging'],
    packages: [
      'preact',
      'preact/hooks',
      '@preact/signals',
      'lucide',
      '@github/combobox-nav',
      '@tanstack/virtual-core',
    ],
  },
  'components/embed': {
    layers: ['components', 'lib/core', 'lib/text'],
    packages: ['preact', 'preact/hooks'],
  },
};

const LAYERS = [...Object.keys(TABLE), 'entrypoints', 'test', 'scripts'];
const IMPORT = /(?:^|\n)\s*(?:import|export)\s[^'"`;]*?from\s+'([^']+)'|import\('([^']+)'\)/g;

function filesIn(folder: string): readonly string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?<!\.d)\.tsx?$/.test(name))
    .map((name) => path.posix.join(folder, name));
}

function importsOf(file: string): readonly string[] {
  const text = readFileSync(path.join(ROOT, file), 'utf8');
  return [...text.matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? '');
}

function layerOf(file: string): string | undefined {
  return LAYERS.find((layer) => file === layer || file.startsWith(`${layer}/`));
}

function resolveImport(file: string, target: string): string | null {
  if (target.startsWith('@/')) return target.slice(2);
  if (target.startsWith('.')) return path.posix.join(path.posix.dirname(file), target);
  return null;
}

describe.each(Object.entries(TABLE))('%s imports only what it may', (layer, allowed) => {
  it.each(filesIn(layer))('%s', (file) => {
    for (const target of importsOf(file)) {
      const inside = resolveImport(file, target);
      if (inside === null) expect(allowed.packages, `${file} → ${target}`).toContain(target);
      else expect(allowed.layers, `${file} → ${target}`).toContain(layerOf(inside));
    }
  });
});

describe('entrypoints', () => {
  it.each(filesIn('entrypoints'))('%s imports no other entrypoint', (file) => {
    const own = file.split('/').slice(0, 2).join('/');
    for (const target of importsOf(file)) {
      const inside = resolveImport(file, target);
      if (inside?.startsWith('entrypoints/')) expect(inside.startsWith(own)).toBe(true);
    }
  });
});

describe('the sandbox shares nothing with the product', () => {
  it.each(filesIn('test/sandbox'))('%s', (file) => {
    for (const target of importsOf(file)) {
      const inside = resolveImport(file, target);
      if (inside !== null) expect(inside).toMatch(/^test\/sandbox\//);
    }
  });
});

describe('only lib/platform names the browser', () => {
  const others = ['lib', 'components']
    .flatMap(filesIn)
    .filter((f) => !f.startsWith('lib/platform'));
  it.each(others)('%s', (file) => {
    const text = readFileSync(path.join(ROOT, file), 'utf8');
    expect(text).not.toMatch(/\b(?:browser|chrome)\.(?!test)\w+\s*[.(]/);
  });
});
