import { browser } from 'wxt/browser';

import { type AccessAnswer, unasked } from '../../core/recording/access-answer';
import { type AccessAsked, askedAs } from '../../core/recording/access-asked';
import { ALL_PATTERNS, patternOf, SERVICE_PATTERN } from '../../core/recording/sites-to-allow';
import { readPutOff } from '../storage/put-off';
import { askForRequests } from '../page/ask-for-requests';
import { readConsoleOrigins } from './consoles';

const PAGE = '/access.html';
const WINDOW = { width: 460, height: 560 };

/** Those of these sites whose pixels the browser tells the background of. */
export async function allowedSites(sites: readonly string[]): Promise<string[]> {
  const checked = await Promise.all(
    sites.map(async (site) => {
      const pattern = patternOf(site);
      return pattern !== null && (await contains([pattern])) ? [site] : [];
    }),
  );
  return checked.flat();
}

/**
 * Asks for sites, in the person's own click; `withAll` for all others as well, of which their frames may be. `forbidden`
 * by a policy of who administers the browser.
 */
export async function requestSites(
  sites: readonly string[],
  withAll = false,
): Promise<AccessAnswer> {
  const patterns = [
    ...sites.flatMap((site) => patternOf(site) ?? []),
    ...(withAll ? ALL_PATTERNS : []),
  ];
  try {
    return { answer: await askForRequests([SERVICE_PATTERN, ...patterns]), detail: null };
  } catch (error) {
    return unasked(error instanceof Error ? error.message : String(error));
  }
}

/** Shows the page that asks for this, in a window of its own; where it is open already, there. */
export async function openAccessWindow(asked: AccessAsked): Promise<void> {
  const page = browser.runtime.getURL(PAGE);
  const url = `${page}?${new URLSearchParams(askedAs(asked))}`;
  const contexts = await browser.runtime.getContexts({ contextTypes: ['TAB'] });
  const open = contexts.find(({ documentUrl }) => documentUrl?.startsWith(page));
  if (open) {
    await browser.tabs.update(open.tabId, { active: true, url });
    await browser.windows?.update(open.windowId, { focused: true });
    return;
  }
  // Firefox for Android has tabs only.
  if (!browser.windows?.create) return void (await browser.tabs.create({ url }));
  await browser.windows.create({ url, type: 'popup', ...WINDOW });
}

/**
 * The match patterns of sites whose every pixel is recorded: what was allowed, and is neither asked for at install nor a
 * console's; and the sites for which nobody wants to be asked.
 */
export async function readAccess() {
  return { allowed: await listAllowed(), putOff: await readPutOff() };
}

async function listAllowed(): Promise<readonly string[]> {
  const { permissions = [], origins = [] } = await browser.permissions.getAll();
  if (!permissions.includes('webRequest')) return [];
  const required: unknown = Reflect.get(browser.runtime.getManifest(), 'host_permissions');
  const others = new Set<unknown>([
    SERVICE_PATTERN,
    ...(await readConsoleOrigins()),
    ...(Array.isArray(required) ? required : []),
  ]);
  return origins.filter((origin) => !others.has(origin));
}

/** Gives a site back to the browser; with the last one also what is needed for any of them. */
export async function takeBack(pattern: string): Promise<void> {
  await browser.permissions.remove({ origins: [pattern] });
  if ((await listAllowed()).length > 0) return;
  // What the manifest itself requires cannot be given back.
  await browser.permissions
    .remove({ permissions: ['webRequest'], origins: [SERVICE_PATTERN] })
    .catch(() => false);
}

function contains(origins: string[]): Promise<boolean> {
  return browser.permissions.contains({
    permissions: ['webRequest'],
    origins: [SERVICE_PATTERN, ...origins],
  });
}
