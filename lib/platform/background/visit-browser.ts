import { browser } from 'wxt/browser';

import type { PageWord, VisitBrowser } from '../../app/visits/visit-browser';
import { z } from '../../core/base/schema';
import { SIGHTS } from '../../core/recording/visit';
import type { WebRequestPhase } from '../../core/recording/web-request';
import { goDown } from '../page/go-down';
import { ALL_SITES } from '../page/ask-for-visits';

const EMPTY = 'about:blank';
const WindowSchema = z.object({ visitWindow: z.number() });
/** Of a page that does not answer within this time it is said that it does not, in milliseconds. */
const ANSWER_MS = 2000;

/** The window in which pages are visited; kept in `storage.session`, since a worker may be stopped. */
export const visitBrowser: VisitBrowser = {
  isAllowed: () => browser.permissions.contains(ALL_SITES),
  async openWindow() {
    await closeWindow();
    // In front: what another window covers is hidden to the page, and loads no ad that waits to be seen.
    const window = await browser.windows.create({ url: EMPTY, focused: true });
    const tabId = window?.tabs?.[0]?.id;
    if (window?.id === undefined || tabId === undefined) throw new Error('no window');
    await browser.storage.session.set({ visitWindow: window.id });
    return tabId;
  },
  closeWindow,
  listen(tabId, listener) {
    const stops = EVENTS.map(([name, phase]) => {
      const hear = (details: { readonly tabId: number }): undefined => {
        if (details.tabId === tabId || details.tabId < 0) listener(phase, details);
      };
      const event = browser.webRequest[name];
      event.addListener(hear, { urls: ['<all_urls>'] });
      return () => event.removeListener(hear);
    });
    return () => {
      for (const stop of stops) stop();
    };
  },
  async go(tabId, url) {
    await browser.tabs.update(tabId, { url });
  },
  async look(tabId) {
    const tab = await browser.tabs.get(tabId).catch(() => null);
    if (!tab) return null;
    const { status = '', url = '' } = tab;
    return { status, url: /^https?:/.test(url) ? url : null };
  },
  goDown(tabId) {
    void browser.scripting.executeScript({ target: { tabId }, func: goDown }).catch(() => {});
  },
  async ask(tabId) {
    const asked = browser.scripting
      .executeScript({ target: { tabId }, func: readSight })
      .then(([answer]) => readWord(answer?.result))
      .catch(() => 'refused' as const);
    return Promise.race([asked, silence()]);
  },
  async leave(tabId) {
    const tab = await browser.tabs.get(tabId).catch(() => null);
    if (!tab) return null;
    const { windowId } = tab;
    const next = await browser.tabs
      .create({ windowId, url: EMPTY, active: true })
      .catch(() => null);
    // A dialog that stands open does not keep it.
    await Promise.race([browser.tabs.remove(tabId).catch(() => {}), silence()]);
    return next?.id ?? null;
  },
};

const EVENTS = [
  ['onBeforeRequest', 'began'],
  ['onBeforeRedirect', 'redirected'],
  ['onCompleted', 'completed'],
  ['onErrorOccurred', 'failed'],
] as const satisfies readonly (readonly [string, WebRequestPhase])[];

async function closeWindow(): Promise<void> {
  const known = WindowSchema.safeParse(await browser.storage.session.get('visitWindow')).data;
  if (!known) return;
  await browser.storage.session.remove('visitWindow');
  await Promise.race([browser.windows.remove(known.visitWindow).catch(() => {}), silence()]);
}

function silence(): Promise<'silent'> {
  return new Promise((resolve) => setTimeout(() => resolve('silent'), ANSWER_MS));
}

const SightSchema = z.enum(SIGHTS);

function readWord(result: unknown): PageWord {
  const { data } = SightSchema.safeParse(result);
  return data === undefined ? 'refused' : { sight: data };
}

/** Runs in the page. Chromium keeps since when it was in sight and when not; elsewhere only now is known. */
function readSight(): string {
  const kept = performance.getEntriesByType('visibility-state').map(({ name }) => name);
  return [...kept, document.visibilityState].includes('hidden') ? 'hidden' : 'visible';
}
