import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { buildWithHosts } from '../support/build.ts';

const ADDED = path.join(import.meta.dirname, 'in-browser');

/**
 * A copy of the build with an empty page that consoles may frame too, a page that times what is opened,
 * and in the builder's page what tells when it can be used. All that is the product's stays as it is.
 */
export async function buildWithProbes(hosts: readonly string[]): Promise<string> {
  const folder = await buildWithHosts('bench-builder', hosts);
  await cp(ADDED, folder, { recursive: true });
  await change(
    folder,
    'background.js',
    async (code) => `${code}\n${await read(folder, 'worker.js')}`,
  );
  await change(folder, 'builder.html', (page) =>
    replaceOnce(page, '<head>', '<head><script src="/probe.js"></script>'),
  );
  await change(folder, 'manifest.json', (manifest) =>
    replaceOnce(manifest, '["builder.html"]', '["builder.html","empty.html"]'),
  );
  return folder;
}

function read(folder: string, name: string): Promise<string> {
  return readFile(path.join(folder, name), 'utf8');
}

async function change(
  folder: string,
  name: string,
  make: (text: string) => string | Promise<string>,
): Promise<void> {
  await writeFile(path.join(folder, name), await make(await read(folder, name)));
}

function replaceOnce(text: string, part: string, by: string): string {
  if (text.split(part).length !== 2) throw new Error(`${part} is not there once`);
  return text.replace(part, by);
}
