import type { WebRequestEvent } from '../../core/recording/web-request';
import { siteOf } from '../../core/recording/site-of';

/** What records one tab. */
export interface TabRecorder {
  readonly hear: (event: WebRequestEvent) => void;
  readonly navigated: (url: string) => void;
  /** Another person may be there by now. */
  readonly personChanged: () => void;
  /** Another records the tab from now on: of it only how requests end is heard that began before. */
  readonly handOver: () => void;
  /** The tab is gone, or nothing more is heard of it. */
  readonly stop: () => void;
}

export interface TabsParts {
  /** Begins to record a tab. */
  readonly record: (tabId: number) => TabRecorder;
  /** Whether a person has pages at this address recorded. */
  readonly isRecorded: (url: string) => Promise<boolean>;
  /** The address of the page in a tab; `null` where it is gone or may not be known. */
  readonly urlOf: (tabId: number) => Promise<string | null>;
  /** The right to record a tab; `null` where DevTools record it. */
  readonly hold: (tabId: number) => Promise<{ release: () => void; gone: Promise<void> } | null>;
  /** Calls back when the address in a tab changes, whatever site it is of then; returns how to stop. */
  readonly onMoved: (tabId: number, listener: (url: string) => void) => () => void;
  readonly later: (milliseconds: number, step: () => void) => void;
}

interface Tab {
  /** `null` where it is not recorded here. */
  readonly recorder: Promise<TabRecorder | null>;
  release: () => void;
  /** The sites that were viewed in it and are recorded. */
  readonly sites: Set<string>;
  /** A site that is not recorded came after them. */
  isLeft: boolean;
}

/**
 * A tab that was closed is still heard of for so many milliseconds: pages send their last pixels then. So is one that
 * DevTools took: they have not heard how requests began that are under way.
 */
const AFTERWARDS_MS = 10_000;

/**
 * Records the tabs in which sites are open that a person has recorded, unless DevTools record them: those tell more.
 * A recorder begins with the first that is heard of its tab, so that it is there again after the worker was stopped.
 */
export function recordTabs({ record, isRecorded, urlOf, hold, onMoved, later }: TabsParts) {
  const tabs = new Map<number, Tab>();
  const leaving = new Map<Tab, number>();

  function open(tabId: number, url: string | null): Tab {
    const tab: Tab = { recorder: begin(), release: () => {}, sites: new Set(), isLeft: false };
    async function begin(): Promise<TabRecorder | null> {
      const address = url ?? (await urlOf(tabId));
      if (address === null || !(await isRecorded(address))) return null;
      const lock = await hold(tabId);
      if (lock === null) return null;
      // A page that is shown from memory, or moves on by itself, is told of in no other way.
      const stopMoves = onMoved(tabId, (moved) => void navigated(tabId, moved));
      tab.release = () => {
        stopMoves();
        lock.release();
      };
      addSite(tab, address);
      void lock.gone.then(() => handOver(tabId, tab));
      return record(tabId);
    }
    void tab.recorder.then(
      (recorder) => recorder === null && drop(tabId, tab),
      () => drop(tabId, tab),
    );
    tabs.set(tabId, tab);
    return tab;
  }

  function drop(tabId: number, tab: Tab): void {
    if (tabs.get(tabId) !== tab) return;
    tabs.delete(tabId);
    tab.release();
    on(tab, (recorder) => recorder.stop());
  }

  /** DevTools have taken the tab. */
  function handOver(tabId: number, tab: Tab): void {
    if (tabs.get(tabId) !== tab) return;
    tabs.delete(tabId);
    tab.release();
    on(tab, (recorder) => recorder.handOver());
    leaving.set(tab, tabId);
    later(AFTERWARDS_MS, () => {
      leaving.delete(tab);
      on(tab, (recorder) => recorder.stop());
    });
  }

  /** In the order in which it is called, whatever is waited for. */
  function on(tab: Tab, act: (recorder: TabRecorder) => void): void {
    void tab.recorder.then(
      (recorder) => recorder && act(recorder),
      () => {},
    );
  }

  /**
   * Once its page is left for a site that is not recorded, only what is of the page before is taken; of what no tab has,
   * only what is of its sites.
   */
  function isOwn(tab: Tab, { tabId, pageSite, askedBy }: WebRequestEvent): boolean {
    if (!tab.isLeft && tabId !== null) return true;
    const site = pageSite ?? (askedBy === null ? null : siteOf(askedBy));
    return site !== null && tab.sites.has(site);
  }

  async function navigated(tabId: number, url: string): Promise<void> {
    const isTaken = await isRecorded(url);
    const tab = tabs.get(tabId);
    if (!isTaken) {
      if (tab) tab.isLeft = true;
      return;
    }
    // A recorder looks by itself at the page with which it begins.
    if (!tab) return void open(tabId, url);
    on(tab, (recorder) => {
      addSite(tab, url);
      tab.isLeft = false;
      recorder.navigated(url);
    });
  }

  async function checkTab(tabId: number, tab: Tab): Promise<void> {
    if ((await tab.recorder.catch(() => null)) === null) return;
    for (const site of tab.sites) if (!(await isRecorded(site))) tab.sites.delete(site);
    if (tab.sites.size === 0) return drop(tabId, tab);
    const url = await urlOf(tabId);
    if (url !== null && !(await isRecorded(url))) tab.isLeft = true;
    on(tab, (recorder) => recorder.personChanged());
  }

  return {
    hear(event: WebRequestEvent): void {
      const { tabId } = event;
      const all = tabId === null ? [...tabs.values()] : [tabs.get(tabId) ?? open(tabId, null)];
      for (const [tab, id] of leaving) {
        if (tabId === null || tabId === id) on(tab, (recorder) => recorder.hear(event));
      }
      for (const tab of all) on(tab, (recorder) => isOwn(tab, event) && recorder.hear(event));
    },

    navigated,

    /** The list of sites, or the person, is another: a tab that has no site of the list any more is let go of. */
    async changed(): Promise<void> {
      await Promise.all([...tabs].map(([tabId, tab]) => checkTab(tabId, tab)));
    },

    closed(tabId: number): void {
      const tab = tabs.get(tabId);
      if (tab) later(AFTERWARDS_MS, () => drop(tabId, tab));
    },
  };
}

function addSite(tab: Tab, url: string): void {
  const site = siteOf(url);
  if (site !== null) tab.sites.add(site);
}
