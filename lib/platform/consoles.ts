import { browser } from 'wxt/browser';

import { AD_SERVERS } from '../core/ad-server/catalogue';
import { AppError } from '../core/errors';
import { readBaseUrl } from '../core/session';

const SCRIPT_ID = 'tag-field';
const SCRIPT_FILE = '/content-scripts/tag-field.js';

/**
 * Registers the small content script on every console the person has allowed, and nowhere else.
 * Idempotent; called on each start and whenever permissions change.
 */
export async function registerConsoles(): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll();
  const enabled = new Set(await readEnabled());
  for (const server of AD_SERVERS) for (const host of server.hosts) enabled.add(host);
  const matches = origins.filter((origin) => enabled.has(origin));
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
  if (registered) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
  if (matches.length === 0) return;
  await browser.scripting.registerContentScripts([
    { id: SCRIPT_ID, js: [SCRIPT_FILE], matches, allFrames: true, runAt: 'document_idle' },
  ]);
  // Registered scripts wait for the next load; consoles that are open already get it now.
  const tabs = await browser.tabs.query({ url: matches });
  await Promise.allSettled(
    tabs.map(({ id }) =>
      id === undefined
        ? null
        : browser.scripting.executeScript({
            target: { tabId: id, allFrames: true },
            files: [SCRIPT_FILE],
          }),
    ),
  );
}

/** Asks for a console's host. Must be called in the person's own click. */
export async function requestOrigin(origin: string): Promise<void> {
  const granted = await browser.permissions.request({ origins: [origin] }).catch(() => false);
  if (!granted) throw new AppError('access-refused', { detail: origin });
}

/** Remembers that the person enabled this console, and registers it. */
export async function enableConsole(origin: string): Promise<void> {
  const enabled = new Set(await readEnabled());
  enabled.add(origin);
  await browser.storage.local.set({ consoles: [...enabled] });
  await registerConsoles();
}

/**
 * The https site in the tab beside the popup, and whether the small button already comes up there
 * by itself. `null` where extensions cannot work. The toolbar click has opened the tab's address
 * to us (`activeTab`).
 */
export async function consoleOfActiveTab(): Promise<{ host: string; enabled: boolean } | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const host = /^https:\/\/([^/:]+)/.exec(tab?.url ?? '')?.[1];
  if (host === undefined) return null;
  const origin = `https://${host}/*`;
  const granted = await browser.permissions.contains({ origins: [origin] });
  const known = AD_SERVERS.some((server) => server.hosts.includes(origin));
  return { host, enabled: granted && (known || (await readEnabled()).includes(origin)) };
}

/** Asks for the API's host where it is not the one granted at install. */
export async function requestApi(baseUrl: string): Promise<void> {
  const address = readBaseUrl(baseUrl);
  if (address === null) throw new AppError('bad-address');
  // Match patterns carry no port.
  await requestOrigin(`${address.replace(/:\d+$/, '')}/*`);
}

export function onPermissionsChange(listener: () => void): void {
  browser.permissions.onAdded.addListener(listener);
  browser.permissions.onRemoved.addListener(listener);
}

async function readEnabled(): Promise<readonly string[]> {
  const { consoles } = await browser.storage.local.get('consoles');
  return Array.isArray(consoles) ? consoles.filter((item) => typeof item === 'string') : [];
}
