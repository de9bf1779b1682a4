import path from 'node:path';

import { defineConfig } from 'vite';

const project = path.resolve(import.meta.dirname, '../..');

/** `npm run gallery` while one works on a component; built once for the pictures of the tests. */
export default defineConfig({
  root: import.meta.dirname,
  cacheDir: path.join(project, '.output/gallery-cache'),
  resolve: { alias: { '@': project } },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  publicDir: path.join(project, 'public'),
  build: {
    outDir: path.join(project, '.output/gallery'),
    emptyOutDir: true,
    chunkSizeWarningLimit: 2_000,
  },
});
