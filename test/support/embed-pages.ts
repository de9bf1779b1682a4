import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { type Alias, build } from 'vite';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** The built element, as its users install it. */
export const EMBED_PACKAGE = path.join(ROOT, '.output/embed');

/** Builds the example pages of the frameworks against the built element, where the sandbox looks. */
async function buildEmbedPages(): Promise<void> {
  const alias = await packageAliases();
  for (const name of ['react', 'vue']) {
    await build({
      configFile: false,
      root: path.join(ROOT, 'test/fixtures/embed', name),
      base: `/built/${name}/`,
      logLevel: 'warn',
      resolve: { alias: [...alias, { find: /^vue$/, replacement: 'vue/dist/vue.esm-bundler.js' }] },
      build: {
        outDir: path.join(ROOT, '.output/fixtures/embed', name),
        emptyOutDir: true,
        assetsDir: '.',
        chunkSizeWarningLimit: 1_000,
      },
    });
  }
}

/** Vitest's global set-up: built once, before the tests that open them. */
export const setup = buildEmbedPages;

// By the package's own `exports`, as if it lay among the installed packages.
async function packageAliases(): Promise<readonly Alias[]> {
  const read: unknown = JSON.parse(
    await readFile(path.join(EMBED_PACKAGE, 'package.json'), 'utf8'),
  );
  if (typeof read !== 'object' || read === null || !('exports' in read)) {
    throw new Error('the package has no exports');
  }
  return Object.entries(Object(read.exports)).flatMap(([key, target]): Alias[] => {
    if (typeof target !== 'object' || target === null || !('default' in target)) return [];
    const name = path.posix.join('imptr-tag-builder', key);
    const replacement = path.join(EMBED_PACKAGE, String(target.default));
    return [{ find: new RegExp(`^${name}$`), replacement }];
  });
}
