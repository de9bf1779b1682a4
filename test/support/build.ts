import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');
export const PRODUCTION_BUILD = path.join(ROOT, '.output/chrome-mv3');
export const FIREFOX_BUILD = path.join(ROOT, '.output/firefox-mv3');

/**
 * The production build with host permissions, and perhaps others, added to its manifest and nothing else: what a person
 * grants in the browser's prompt, which no headless browser can answer.
 */
export async function buildWithHosts(
  name: string,
  hosts: readonly string[],
  build = PRODUCTION_BUILD,
  permissions: readonly string[] = [],
): Promise<string> {
  const folder = path.join(ROOT, '.output/granted', name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(path.dirname(folder), { recursive: true });
  await cp(build, folder, { recursive: true });
  const file = path.join(folder, 'manifest.json');
  const manifest: unknown = JSON.parse(await readFile(file, 'utf8'));
  if (typeof manifest !== 'object' || manifest === null || !('host_permissions' in manifest)) {
    throw new Error('the manifest has no host_permissions');
  }
  const granted = Array.isArray(manifest.host_permissions) ? manifest.host_permissions : [];
  const asked =
    'permissions' in manifest && Array.isArray(manifest.permissions) ? manifest.permissions : [];
  const more = {
    host_permissions: [...granted, ...hosts],
    permissions: [...asked, ...permissions],
  };
  await writeFile(file, JSON.stringify({ ...manifest, ...more }));
  return folder;
}
