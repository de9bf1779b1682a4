import path from 'node:path';

import { build } from 'vite';

const ROOT = path.resolve(import.meta.dirname, '../../..');

/** A file of this folder with all that it imports, as one script for a page. */
export async function bundleForPage(file: string): Promise<string> {
  const built = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': ROOT } },
    build: {
      write: false,
      minify: true,
      target: 'esnext',
      lib: {
        entry: path.join(import.meta.dirname, file),
        formats: ['iife'],
        name: 'bench',
      },
    },
  });
  const [output] = [built].flat();
  const code = output && 'output' in output ? output.output[0].code : undefined;
  if (code === undefined) throw new Error('nothing was built');
  return code;
}
