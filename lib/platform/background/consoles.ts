import { browser } from 'wxt/browser';

import { hostOfAddress } from '../../core/base/host-of-address';
import { hostMatches } from '../../core/base/host-pattern';
import type { ConsoleState, ConsoleStates } from '../../core/console/console-state';
import { AppError } from '../../core/base/errors';
import { readBaseUrl } from '../../core/account/session';
import { readAdServers } from '../storage/profiles';

const SCRIPT_ID = 'tag-field';
const SCRIPT_FILE = '/tag-field.js';
const BUTTON_FILE = '/tag-button.js';
const API_ORIGIN = 'https://api.appnexus.com/*';

let registering: Promise<void> = Promise.resolve();

/**
 * Registers the small content script on every console the person has allowed, and nowhere else.
 * Idempotent; called on each start and whenever permissions or ad servers change.
 */
export function registerConsoles(): Promise<void> {
  registering = registering.then(register, register);
  return registering;
}

/** Brings the small button into a frame that has a pixel field. */
export async function addFieldButton(tabId: number, frameId: number): Promise<void> {
  const target = { tabId, frameIds: [frameId] };
  await browser.scripting.executeScript({ target, files: [BUTTON_FILE] });
}

/** Asks for the hosts of a console. Must be called in the person's own click. */
export async function requestOrigins(origins: readonly string[]): Promise<void> {
  const asked = { origins: [...origins] };
  const granted = await browser.permissions.request(asked).catch(() => false);
  if (!granted) throw new AppError('access-refused', { detail: origins.join(', ') });
}

/** Asks again for the service's own host, which Firefox may withhold. */
export async function requestApiHost(): Promise<void> {
  await requestOrigins([API_ORIGIN]);
}

/** Remembers that the person enabled this console, and registers it. */
export async function enableConsole(origin: string): Promise<void> {
  const { enabled, off } = await readLists();
  await writeLists(new Set([...enabled, origin]), new Set([...off].filter((o) => o !== origin)));
  await registerConsoles();
}

/** Takes the button off a console at once, open pages too, and gives its host back to the browser. */
export async function disableConsole(origin: string): Promise<void> {
  const { enabled, off } = await readLists();
  await writeLists(new Set([...enabled].filter((o) => o !== origin)), new Set([...off, origin]));
  await inOpenTabs([origin], (target) =>
    browser.scripting.executeScript({ target, func: stopWatching }),
  );
  // What the manifest itself requires cannot be given back; then the list of those off counts.
  await browser.permissions.remove({ origins: [origin] }).catch(() => false);
  await registerConsoles();
}

/** How it stands with every console host known, and with the API's. */
export async function readConsoles(): Promise<ConsoleStates> {
  const [{ enabled, off }, hosts] = await Promise.all([readLists(), readHosts()]);
  const stateOf = async (origin: string): Promise<ConsoleState> => {
    if (off.has(origin)) return 'off';
    if (await isGranted(origin)) return 'on';
    return enabled.has(origin) ? 'withheld' : 'off';
  };
  const states = await Promise.all(
    [...hosts].map(async (origin) => [origin, await stateOf(origin)] as const),
  );
  return { states: Object.fromEntries(states), isApiGranted: await isGranted(API_ORIGIN) };
}

/**
 * The https site in the tab beside the popup, and whether the small button already comes up there
 * by itself. `null` where extensions cannot work. The toolbar click has opened the tab's address
 * to us (`activeTab`).
 */
export async function consoleOfActiveTab(): Promise<{ host: string; enabled: boolean } | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const address = tab?.url ?? '';
  const host = address.startsWith('https:') ? hostOfAddress(address) : null;
  if (host === null) return null;
  const [{ off }, hosts] = await Promise.all([readLists(), readHosts()]);
  const known = [...hosts].filter((origin) => !off.has(origin) && hostMatches(origin, host));
  const granted = await Promise.all(known.map(isGranted));
  return { host, enabled: granted.includes(true) };
}

/** Asks for the API's host where it is not the one granted at install. */
export async function requestApi(baseUrl: string): Promise<void> {
  const address = readBaseUrl(baseUrl);
  if (address === null) throw new AppError('bad-address');
  await requestOrigins([originOf(address)]);
}

export function onPermissionsChange(listener: () => void): void {
  browser.permissions.onAdded.addListener(listener);
  browser.permissions.onRemoved.addListener(listener);
}

async function register(): Promise<void> {
  const [{ off }, hosts] = await Promise.all([readLists(), readHosts()]);
  const wanted = [...hosts].filter((origin) => !off.has(origin));
  const granted = await Promise.all(wanted.map(isGranted));
  const matches = wanted.filter((_, index) => granted[index]);
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
  if (registered) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
  if (matches.length === 0) return;
  await browser.scripting.registerContentScripts([
    {
      id: SCRIPT_ID,
      js: [SCRIPT_FILE],
      matches,
      allFrames: true,
      // Frames without an address of their own, such as `about:blank`, are their console's.
      matchOriginAsFallback: true,
      // Not `document_idle`: Chromium then holds back the page's `load` for any script, though it be empty.
      runAt: 'document_start',
    },
  ]);
  // Registered scripts wait for the next load; consoles that are open already get it now.
  await inOpenTabs(matches, (target) =>
    browser.scripting.executeScript({ target, files: [SCRIPT_FILE] }),
  );
}

async function inOpenTabs(
  origins: readonly string[],
  run: (target: { tabId: number; allFrames: true }) => Promise<unknown>,
): Promise<void> {
  const tabs = await browser.tabs.query({ url: [...origins] });
  await Promise.allSettled(
    tabs.map(({ id }) => (id === undefined ? null : run({ tabId: id, allFrames: true }))),
  );
}

function isGranted(origin: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [origin] });
}

/** Match patterns of every console that is known: of all ad servers, and those a person turned on. */
export async function readConsoleOrigins(): Promise<readonly string[]> {
  return [...(await readHosts())];
}

/** Whether the browser lets us call this address. */
export function isAddressGranted(baseUrl: string): Promise<boolean> {
  return isGranted(originOf(baseUrl));
}

// Match patterns carry no port.
function originOf(baseUrl: string): string {
  return `${baseUrl.replace(/:\d+$/, '')}/*`;
}

/** Hosts of every ad server, and those a person enabled besides. */
async function readHosts(): Promise<ReadonlySet<string>> {
  const [servers, { enabled }] = await Promise.all([readAdServers(), readLists()]);
  return new Set([...servers.flatMap(({ hosts }) => hosts), ...enabled]);
}

async function readLists() {
  const { consoles, consolesOff } = await browser.storage.local.get(['consoles', 'consolesOff']);
  return { enabled: readOrigins(consoles), off: readOrigins(consolesOff) };
}

async function writeLists(enabled: ReadonlySet<string>, off: ReadonlySet<string>): Promise<void> {
  await browser.storage.local.set({ consoles: [...enabled], consolesOff: [...off] });
}

function readOrigins(value: unknown): ReadonlySet<string> {
  const list = Array.isArray(value) ? value : [];
  return new Set(list.filter((item) => typeof item === 'string'));
}

// Runs in the page, so it can use nothing from outside itself (`frame-world.ts`).
function stopWatching() {
  const world: unknown = Reflect.get(globalThis, Symbol.for('piggyback'));
  const watch: unknown = world instanceof Object ? Reflect.get(world, 'watch') : null;
  if (watch instanceof AbortController) watch.abort();
}
