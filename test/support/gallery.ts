import path from 'node:path';

import { build, preview } from 'vite';

const configFile = path.resolve(import.meta.dirname, '../gallery/vite.config.ts');

let built: Promise<unknown> | null = null;

/** Serves the gallery, which is built once for all files of a run; `close` ends it. */
export async function openGallery(): Promise<{ address: string; close: () => Promise<void> }> {
  built ??= build({ configFile, logLevel: 'error' });
  await built;
  const server = await preview({
    configFile,
    logLevel: 'error',
    preview: { host: '127.0.0.1', port: 0 },
  });
  const [address] = server.resolvedUrls?.local ?? [];
  if (!address) throw new Error('the gallery is not served');
  return { address, close: () => server.close() };
}
