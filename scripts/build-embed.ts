// Builds `<imptr-tag-builder>` as a package of its own in .output/embed: the class, a module and a
// classic script that register it, and the types.
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import preact from '@preact/preset-vite';
import { build, type InlineConfig } from 'vite';

import { asciiOutput } from './ascii-output.ts';
import { createNotices, NOTICES_FILE } from './notices.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const SOURCE = path.join(ROOT, 'components/embed');
const OUT = path.join(ROOT, '.output/embed');
const CLASS_FILE = 'imptr-tag-builder.js';

const notices = createNotices(ROOT);

await rm(OUT, { recursive: true, force: true });
await mkdir(OUT, { recursive: true });
await bundle('imptr-tag-builder.tsx', CLASS_FILE, 'es');
await bundle('define.ts', 'classic.js', 'iife');
// Imports the class rather than holding it again: who imports both must get one and the same.
await writeFile(
  path.join(OUT, 'define.js'),
  `import{ImptrTagBuilder}from"./${CLASS_FILE}";typeof customElements!="undefined"&&ImptrTagBuilder.define();\n`,
);
await cp(path.join(SOURCE, 'package'), OUT, { recursive: true });
await writeFile(path.join(OUT, NOTICES_FILE), notices.text());
await writeFile(path.join(OUT, 'package.json'), `${JSON.stringify(await manifest(), null, 2)}\n`);

async function bundle(entry: string, fileName: string, format: 'es' | 'iife'): Promise<void> {
  await build(config(entry, fileName, format));
}

function config(entry: string, fileName: string, format: 'es' | 'iife'): InlineConfig {
  return {
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    plugins: [preact(), notices.plugin, asciiOutput()],
    resolve: { alias: [{ find: /^@(?=\/)/, replacement: ROOT }] },
    build: {
      outDir: OUT,
      emptyOutDir: false,
      copyPublicDir: false,
      target: 'es2022',
      // All of these know `light-dark()`; what would replace it asks the person, not the page.
      cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
      minify: 'oxc',
      lib: {
        entry: path.join(SOURCE, entry),
        formats: [format],
        name: 'imptrTagBuilder',
        fileName: () => fileName,
      },
      rolldownOptions: {
        output: { minify: true, codeSplitting: false },
      },
    },
  };
}

async function manifest(): Promise<object> {
  const root: unknown = JSON.parse(await readFile(path.join(ROOT, 'package.json'), 'utf8'));
  if (typeof root !== 'object' || root === null || !('version' in root)) {
    throw new Error('package.json has no version');
  }
  return {
    name: 'imptr-tag-builder',
    version: root.version,
    description: 'Builds the pixel tags of Microsoft Monetize impression trackers, in any page.',
    license: 'UNLICENSED',
    type: 'module',
    types: './index.d.ts',
    exports: {
      '.': { types: './index.d.ts', default: `./${CLASS_FILE}` },
      './define': { types: './define.d.ts', default: './define.js' },
      './classic': './classic.js',
      './react': { types: './react.d.ts' },
      './vue': { types: './vue.d.ts' },
      './package.json': './package.json',
    },
    sideEffects: ['./define.js', './classic.js'],
  };
}
