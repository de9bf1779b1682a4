import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { beforeAll, describe, expect, it } from 'vitest';

import { EMBED_PACKAGE } from '../support/embed-pages.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const USER = path.join(ROOT, '.output/fixtures/embed-user');

// Somebody's project with the built package among its installed ones.
beforeAll(() => {
  rmSync(USER, { recursive: true, force: true });
  mkdirSync(path.join(USER, 'node_modules'), { recursive: true });
  cpSync(path.join(ROOT, 'test/fixtures/embed/types'), USER, { recursive: true });
  symlinkSync(EMBED_PACKAGE, path.join(USER, 'node_modules/imptr-tag-builder'), 'junction');
  writeFileSync(path.join(USER, 'package.json'), '{ "type": "module" }');
});

function compile(file: string, options: object): string {
  const config = path.join(USER, 'tsconfig.json');
  const compilerOptions = {
    target: 'ES2022',
    lib: ['ES2022', 'DOM', 'DOM.Iterable'],
    jsx: 'react-jsx',
    strict: true,
    noEmit: true,
    types: [],
    ...options,
  };
  writeFileSync(config, JSON.stringify({ compilerOptions, files: [file] }));
  const tsc = path.join(ROOT, 'node_modules/typescript/bin/tsc');
  const done = spawnSync(process.execPath, [tsc, '-p', config, '--pretty', 'false'], {
    encoding: 'utf8',
  });
  return done.stdout + done.stderr;
}

const RESOLUTIONS = {
  bundler: { module: 'ESNext', moduleResolution: 'Bundler' },
  node: { module: 'NodeNext', moduleResolution: 'NodeNext' },
};

describe.each(Object.entries(RESOLUTIONS))('types, resolved as by a %s', (_name, resolution) => {
  it('serve plain code, and are sound in themselves', () => {
    const strictly = { ...resolution, skipLibCheck: false, exactOptionalPropertyTypes: true };
    expect(compile('consumer.ts', strictly)).toBe('');
  });

  it('serve React', () => {
    expect(compile('consumer-react.tsx', { ...resolution, skipLibCheck: true })).toBe('');
  });

  it('serve Vue', () => {
    expect(compile('consumer-vue.ts', { ...resolution, skipLibCheck: true })).toBe('');
  });

  it('find mistakes, one a line', () => {
    const said = compile('mistakes.ts', { ...resolution, skipLibCheck: true });
    const lines = [...said.matchAll(/mistakes\.ts\((\d+),/g)].map((match) => Number(match[1]));
    expect([...new Set(lines)]).toEqual([5, 6, 7, 8, 9]);
  });
});

describe('the package', () => {
  it('loads in Node by its name, without a DOM, and registers nothing', () => {
    const script = `
      const module = await import('imptr-tag-builder');
      await import('imptr-tag-builder/define');
      console.log(Object.keys(module).sort().join(), typeof globalThis.customElements);`;
    const done = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: USER,
      encoding: 'utf8',
    });
    expect(done.stderr).toBe('');
    expect(done.stdout.trim()).toBe('ImptrTagBuilder,TAG_NAME undefined');
  });

  it('has each script in one file, and makes no code from text', () => {
    const text = (file: string) => readFileSync(path.join(EMBED_PACKAGE, file), 'utf8');
    expect(text('classic.js')).not.toMatch(/\bimport\b\s*[{('"]/);
    expect(text('imptr-tag-builder.js')).not.toMatch(/\bimport\b\s*[{('"]/);
    expect(text('define.js')).toContain('from"./imptr-tag-builder.js"');
    expect(text('classic.js')).not.toMatch(/\b(?:eval|Function)\(/);
  });
});
