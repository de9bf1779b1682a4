import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { buildWithHosts } from './build.ts';

/** The production build with everything granted that it asks for when needed, and nothing else changed. */
export async function buildWithGrants(name: string): Promise<string> {
  const folder = await buildWithHosts(name, ['https://*/*', 'http://*/*']);
  const file = path.join(folder, 'manifest.json');
  const manifest: unknown = JSON.parse(await readFile(file, 'utf8'));
  const { permissions, optional_permissions: optional } = Object(manifest);
  if (!Array.isArray(permissions) || !Array.isArray(optional))
    throw new Error('the manifest has no optional permissions');
  const granted = [...permissions, ...optional];
  await writeFile(
    file,
    JSON.stringify({ ...Object(manifest), permissions: granted, optional_permissions: [] }),
  );
  return folder;
}
