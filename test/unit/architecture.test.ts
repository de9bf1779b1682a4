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
  'lib/proof': { layers: ['lib/proof', 'lib/core', 'lib/files', 'lib/text'], packages: [] },
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

const LAYERS = [...Object.keys(TABLE), 'entrypoints', 'cli', 'test', 'scripts'];
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

/** Inside core: each floor may import only those before it; rooms of one floor do not import each other. */
const FLOORS: readonly (readonly string[])[] = [
  ['base'],
  ['job'],
  ['macro'],
  ['pixel'],
  ['table'],
  ['tracker', 'account', 'ad-server'],
  ['tag'],
  ['recording'],
  ['rules'],
  ['judge'],
  ['console', 'rehearsal'],
  ['verification'],
  ['tag-sheet', 'tracker-sheet', 'report', 'trial'],
];

function roomOf(file: string): string {
  return file.split('/')[2] ?? '';
}

function floorOf(file: string): number {
  return FLOORS.findIndex((rooms) => rooms.includes(roomOf(file)));
}

describe('inside core a floor imports only what comes before it', () => {
  it.each(filesIn('lib/core'))('%s', (file) => {
    expect(floorOf(file), 'it stands in a room of the house').toBeGreaterThanOrEqual(0);
    for (const target of importsOf(file)) {
      const inside = resolveImport(file, target);
      if (inside === null || roomOf(inside) === roomOf(file)) continue;
      expect(floorOf(inside), `${file} → ${target}`).toBeLessThan(floorOf(file));
    }
  });
});

describe('no files import each other in a circle', () => {
  const files = ['lib', 'components', 'entrypoints', 'cli', 'scripts'].flatMap(filesIn);
  const known = new Set(files);
  const toFile = (target: string) =>
    [target, `${target}.ts`, `${target}.tsx`, `${target}/index.ts`].find((name) => known.has(name));
  const graph = new Map(
    files.map((file) => [
      file,
      importsOf(file).flatMap((target) => toFile(resolveImport(file, target) ?? '') ?? []),
    ]),
  );

  it('in the product', () => {
    expect(graph.size).toBeGreaterThan(300);
    expect(circleIn(graph)).toBeNull();
  });

  it.each<[string, Record<string, string[]>, string[] | null]>([
    ['none', { a: ['b', 'c'], b: ['c'], c: [] }, null],
    ['two', { a: ['b'], b: ['a'] }, ['a', 'b', 'a']],
    ['itself', { a: ['a'] }, ['a', 'a']],
    ['further on', { a: ['b'], b: ['c'], c: ['d'], d: ['b'] }, ['b', 'c', 'd', 'b']],
  ])('is found: %s', (_, imports, circle) => {
    expect(circleIn(new Map(Object.entries(imports)))).toEqual(circle);
  });
});

/** A circle of imports, from a file to itself; `null` where there is none. */
function circleIn(graph: ReadonlyMap<string, readonly string[]>): readonly string[] | null {
  const done = new Set<string>();
  const follow = (file: string, way: readonly string[]): readonly string[] | null => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return null;
    for (const next of graph.get(file) ?? []) {
      const circle = follow(next, [...way, file]);
      if (circle) return circle;
    }
    done.add(file);
    return null;
  };
  for (const file of graph.keys()) {
    const circle = follow(file, []);
    if (circle) return circle;
  }
  return null;
}

describe('a domain of messages knows no other domain', () => {
  const OF_ALL = /^lib\/messaging\/[\w-]+$/;
  const domains = filesIn('lib/messaging').filter((file) => file.split('/').length > 3);
  it.each(domains)('%s', (file) => {
    const own = file.split('/').slice(0, 3).join('/');
    for (const target of importsOf(file)) {
      const inside = resolveImport(file, target);
      if (!inside?.startsWith('lib/messaging/')) continue;
      const isOwn = inside.startsWith(`${own}/`) || inside.startsWith('lib/messaging/wire/');
      // What answers knows the whole contract.
      const isWhole = file === 'lib/messaging/wire/answer.ts' && OF_ALL.test(inside);
      expect(isOwn || isWhole, `${file} → ${target}`).toBe(true);
    }
  });
});

describe('what the background does for a domain it does by the contract of that domain alone', () => {
  const handlers = filesIn('lib/app').filter((file) => /\/(?:\w+-)?handlers\.ts$/.test(file));
  it.each(handlers.filter((file) => file !== 'lib/app/handlers.ts'))('%s', (file) => {
    const contracts = importsOf(file).flatMap((target) => {
      const inside = resolveImport(file, target);
      return inside?.startsWith('lib/messaging/') && inside.endsWith('contract') ? [inside] : [];
    });
    expect(contracts).toHaveLength(1);
    expect(contracts[0]?.split('/')[2]).toBe(file.split('/')[2]);
  });
});

describe('rooms never import a page, and stores no room', () => {
  const PAGES = 'components/pages/';
  const STORES = 'components/stores/';
  const others = filesIn('components').filter((file) => !file.startsWith(PAGES));
  it.each(others)('%s', (file) => {
    for (const target of importsOf(file)) {
      const inside = resolveImport(file, target);
      if (!inside?.startsWith('components/')) continue;
      expect(inside.startsWith(PAGES), `${file} → ${target}`).toBe(false);
      if (file.startsWith(STORES)) expect(inside.startsWith(STORES), target).toBe(true);
    }
  });
});

describe('entrypoints', () => {
  /** Wiring that several pages need; no door of its own. */
  const SHARED = 'entrypoints/shared';
  it.each(filesIn('entrypoints'))('%s imports no other entrypoint', (file) => {
    const own = file.split('/').slice(0, 2).join('/');
    for (const target of importsOf(file)) {
      const inside = resolveImport(file, target);
      if (!inside?.startsWith('entrypoints/')) continue;
      expect(inside.startsWith(`${own}/`) || inside.startsWith(`${SHARED}/`)).toBe(true);
    }
  });
});

describe('an entrypoint only wires, and so is short', () => {
  const MOST_LINES = 70;
  it.each(filesIn('entrypoints'))('%s', (file) => {
    const lines = readFileSync(path.join(ROOT, file), 'utf8').split('\n').length;
    expect(lines).toBeLessThanOrEqual(MOST_LINES);
  });
});

/** What the command line has beside Node, and in which of its rooms alone: a browser to drive, a certificate to show it. */
const CLI_PACKAGES: Readonly<Record<string, string>> = {
  'puppeteer-core': 'cli/verify/browsers/',
  selfsigned: 'cli/verify/sink/',
};

describe('the command line', () => {
  it.each(filesIn('cli'))('%s imports no component and no entrypoint', (file) => {
    for (const target of importsOf(file)) {
      const inside = resolveImport(file, target);
      const room = CLI_PACKAGES[target];
      if (room !== undefined) expect(file, target).toMatch(new RegExp(`^${room}`));
      else if (inside === null) expect(target, 'nothing but Node beside it').toMatch(/^node:/);
      else expect(inside).toMatch(/^(?:cli|lib)\//);
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
  const others = ['lib', 'components', 'cli']
    .flatMap(filesIn)
    .filter((f) => !f.startsWith('lib/platform'));
  it.each(others)('%s', (file) => {
    const text = readFileSync(path.join(ROOT, file), 'utf8');
    expect(text).not.toMatch(/\b(?:browser|chrome)\.(?!test)\w+\s*[.(]/);
  });
});

// A list given as arguments overflows the stack from some 100,000 on (`lib/core/base/long-lists.ts`).
it('no list is given as arguments', () => {
  const spread = /\b(?:push|unshift|concat|Math\.max|Math\.min)\((?:[^()]*,)?\s*\.\.\./;
  const found = ['lib', 'components', 'entrypoints', 'cli']
    .flatMap(filesIn)
    .filter((file) => spread.test(readFileSync(path.join(ROOT, file), 'utf8')));
  expect(found).toEqual([]);
});

// Test files share a process: what one has loaded with its own browser would be there for the next.
it('a test that replaces a module loads anew what it tests', () => {
  const mocking = filesIn('test/unit').filter((file) =>
    /^vi\.mock\(/m.test(readFileSync(path.join(ROOT, file), 'utf8')),
  );
  expect(mocking).not.toEqual([]);
  const found = mocking.filter(
    (file) =>
      !/^vi\.hoisted\(\(\) => vi\.resetModules\(\)\);$/m.test(
        readFileSync(path.join(ROOT, file), 'utf8'),
      ),
  );
  expect(found).toEqual([]);
});
