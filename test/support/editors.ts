import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { build } from 'vite';

const ROOT = path.resolve(import.meta.dirname, '../..');
const SOURCES = path.join(ROOT, 'test/fixtures/editors');
const OUTPUT = path.join(ROOT, '.output/fixtures/editors');
const STAMP = path.join(OUTPUT, '.built');

/** Bundles the fixture pages of the fields, unless neither they nor the lock file have changed. */
export async function buildEditors(): Promise<void> {
  const wanted = fingerprint();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;
  const names = readdirSync(SOURCES).filter((name) =>
    existsSync(path.join(SOURCES, name, 'main.ts')),
  );
  await build({
    root: SOURCES,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    oxc: { jsx: 'preserve' },
    build: {
      outDir: OUTPUT,
      emptyOutDir: true,
      minify: false,
      modulePreload: false,
      cssCodeSplit: true,
      chunkSizeWarningLimit: 1e6,
      rollupOptions: {
        input: Object.fromEntries(names.map((name) => [name, path.join(SOURCES, name, 'main.ts')])),
        output: {
          entryFileNames: 'assets/[name].js',
          assetFileNames: 'assets/[name][extname]',
        },
      },
    },
    worker: { format: 'es' },
  });
  writeFileSync(STAMP, wanted);
}

/** Vitest's global set-up: built once, before the tests that open them. */
export const setup = buildEditors;

function fingerprint(): string {
  const hash = createHash('sha256');
  hash.update(readFileSync(path.join(ROOT, 'package-lock.json')));
  for (const name of readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).toSorted()) {
    const file = path.join(SOURCES, name);
    if (statSync(file).isFile()) hash.update(name).update(readFileSync(file));
  }
  return hash.digest('hex');
}
