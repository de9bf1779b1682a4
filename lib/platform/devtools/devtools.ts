import { browser } from 'wxt/browser';

import { z } from '../../core/base/schema';
import type { CurrentPage } from '../../app/recording/current-page';
import { withoutSignIn } from '../../core/recording/without-sign-in';

/**
 * The one place that names `browser.devtools`. Callback forms throughout: promises came to Chrome's
 * devtools API only in 151. What it answers is `unknown` until a schema has read it.
 */
export const devtoolsNetwork = {
  onRequestFinished(listener: (entry: unknown) => void): void {
    browser.devtools.network.onRequestFinished.addListener((entry: unknown) => listener(entry));
  },
  onNavigated(listener: (url: string) => void): void {
    browser.devtools.network.onNavigated.addListener((url: unknown) =>
      listener(withoutSignIn(String(url))),
    );
  },
  getHar(): Promise<unknown> {
    return new Promise((resolve) => {
      browser.devtools.network.getHAR((log: unknown) => resolve(log));
    });
  },
};

/** Adds a panel to the DevTools window. Firefox wants the icon's path from the root. */
export function addPanel(title: string, icon: string, page: string): void {
  browser.devtools.panels.create(title, icon, page);
}

/** The tab that is inspected; `null` where the page runs outside DevTools. */
export function inspectedTabId(): number | null {
  return browser.devtools?.inspectedWindow?.tabId ?? null;
}

// A page that was loaded ahead says when it was shown; to any other that is 0, and Firefox has none.
const PAGE = `({
  url: location.href,
  loadedAt: performance.timeOrigin,
  shownAfter: performance.getEntriesByType('navigation')[0]?.activationStart || null,
})`;
const PageSchema = z.object({
  url: z.string(),
  loadedAt: z.number(),
  shownAfter: z.optional(z.nullable(z.number())),
});

/**
 * The inspected page, and when its document began to load, in milliseconds since 1970; `null` where the browser
 * does not tell.
 */
export function inspectedPage(): Promise<CurrentPage | null> {
  return new Promise((resolve) => {
    browser.devtools.inspectedWindow.eval(PAGE, {}, (...[page]: unknown[]) =>
      resolve(PageSchema.safeParse(page).data ?? null),
    );
  });
}

/**
 * What a text comes to in the inspected page, or in the first of its frames with this address, which Firefox does not
 * know; `undefined` where it failed or may not run there.
 */
export function evaluateInPage(text: string, frameURL: string | null): Promise<unknown> {
  const where = frameURL === null ? {} : { frameURL };
  return new Promise((resolve) => {
    browser.devtools.inspectedWindow.eval(text, where, (...[value, failure]: unknown[]) =>
      resolve(failure ? undefined : value),
    );
  });
}

/** What the page was loaded from, its frames among it; empty where the browser does not tell, as Firefox. */
export function inspectedResources(): Promise<unknown> {
  const { inspectedWindow } = browser.devtools;
  if (!('getResources' in inspectedWindow)) return Promise.resolve([]);
  return new Promise((resolve) => {
    inspectedWindow.getResources((resources: unknown) => resolve(resources));
  });
}

/** Loads the inspected page anew. */
export function reloadInspected(): void {
  browser.devtools.inspectedWindow.reload();
}

/**
 * Tells whether DevTools is dark, whatever the system is: now, and each time a person changes it. Outside DevTools it
 * tells nothing.
 */
export function watchTheme(tell: (theme: 'dark' | 'light') => void): void {
  const panels = browser.devtools?.panels;
  if (panels?.themeName === undefined) return;
  const hear = (name: unknown) => tell(name === 'dark' ? 'dark' : 'light');
  hear(panels.themeName);
  // Chromium has the one, Firefox the other.
  const setHandler = partOf(panels, 'setThemeChangeHandler');
  if (typeof setHandler === 'function') Reflect.apply(setHandler, panels, [hear]);
  const onChanged = partOf(panels, 'onThemeChanged');
  const addListener = partOf(onChanged, 'addListener');
  if (typeof addListener === 'function') Reflect.apply(addListener, onChanged, [hear]);
}

/**
 * Opens the Network panel with a filter; `null` where the browser has no way to, as Firefox and older Chromium.
 * `panels.openResource` is none: what the page has loaded it shows among the sources.
 */
export function networkPanel(): ((filter: string) => void) | null {
  const network = partOf(browser.devtools?.panels, 'network');
  const show = partOf(network, 'show');
  return typeof show === 'function'
    ? (filter) => void Reflect.apply(show, network, [{ filter }])
    : null;
}

function partOf(whole: unknown, name: string): unknown {
  return typeof whole === 'object' && whole !== null ? Reflect.get(whole, name) : undefined;
}
