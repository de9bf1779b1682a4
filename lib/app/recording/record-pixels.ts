import { createJoining, type JoinChange } from '../../core/recording/join-observations';
import type { Observation } from '../../core/recording/observation';
import type { PixelRequest } from '../../core/recording/pixel-request';
import { beforeHeard, type PageView, withMove } from '../../core/recording/page-views';
import type { RecorderMessage } from '../../core/recording/recorder-message';
import type { Look, RequestSource } from '../../core/recording/source';
import type { Verification } from '../../core/verification/verification';
import { whenQuiet } from './when-quiet';

export interface RecorderParts {
  /** Everything that tells of the tab's requests. */
  readonly sources: readonly RequestSource[];
  readonly page: {
    onNavigated(listener: (url: string) => void): void;
    /** The address of the page in the tab; `null` where it cannot be told. */
    url(): Promise<string | null>;
  };
  readonly store: {
    latestOfTab(tabId: number): Promise<Verification | null>;
    putVerification(verification: Verification): Promise<void>;
    /** Keeps a page view, new or moved on; `false`, and nothing is kept, where the verification is gone. */
    addPageView(pageView: PageView): Promise<boolean>;
    /**
     * Keeps requests, new or changed, and drops those that turned out to be part of another. `false`, and
     * nothing is kept, where the verification is gone.
     */
    changeRequests(verificationId: string, change: JoinChange): Promise<boolean>;
  };
  readonly tabId: number;
  readonly now: () => number;
  readonly later: (milliseconds: number, step: () => void) => void;
  readonly newId: () => string;
  readonly notify: (message: RecorderMessage) => void;
}

/** The page has been quiet for this long: time to ask the sources, in milliseconds. */
const QUIET_MS = 1500;
/** A source may know of a request that gave no sign, and forget it when the page is left. */
const REST_MS = 3000;
/** To ask is costly where much is recorded; it may take these shares of the time: 1/20, and at rest 1/50. */
const QUIET_SHARE = 20;
const REST_SHARE = 50;

/** Expected trackers are carried over while the tab is likely to be the same piece of work. */
const CARRY_OVER_MS = 24 * 60 * 60 * 1000;

/**
 * Records the pixel requests of one tab from now on. Listeners are added before anything is
 * awaited. Whatever the sources tell is joined, and what changed is kept and told; the sources are asked
 * at each navigation, when the page falls quiet, now and then, and when a person asks.
 */
export function recordPixels(parts: RecorderParts) {
  const { sources, store, notify } = parts;
  let verificationId = parts.newId();
  let startedAt = parts.now();
  const joining = createJoining();
  let unsaved = new Map<string, PixelRequest | null>();
  let isWriteQueued = false;
  let clearedAt = -Infinity;
  let pageView: PageView | null = null;
  let heardLast = -Infinity;

  let lookTook = 0;
  const activity = whenQuiet({
    now: parts.now,
    later: parts.later,
    pause: () => Math.max(QUIET_MS, lookTook * QUIET_SHARE),
    rest: () => Math.max(REST_MS, lookTook * REST_SHARE),
    act: () => void queue(async () => void (await look())),
  });

  for (const source of sources) {
    source.onObserved((observations) => {
      activity();
      take(observations);
    });
  }
  parts.page.onNavigated((url) => {
    activity();
    const heard = { after: heardLast, at: parts.now() };
    heardLast = heard.at;
    void queue(() => pageNavigated(url, heard));
  });

  // One thing at a time: while a batch is being written, the next one gathers.
  let work: Promise<void> = Promise.resolve();
  function queue(step: () => Promise<void>): Promise<void> {
    work = work.then(step).catch((error: unknown) => {
      const detail = error instanceof Error ? error.message : String(error);
      notify({ kind: 'write-failed', verificationId, detail });
    });
    return work;
  }

  function take(observations: readonly Observation[]): void {
    const { changed, gone } = joining.observe(
      observations.filter((observation) => observation.startedAt >= clearedAt),
    );
    if (changed.length + gone.length === 0) return;
    for (const key of gone) unsaved.set(key, null);
    for (const request of changed) unsaved.set(request.key, request);
    if (isWriteQueued) return;
    isWriteQueued = true;
    void queue(writeBatch);
  }

  async function writeBatch(): Promise<void> {
    isWriteQueued = false;
    const batch = unsaved;
    unsaved = new Map();
    if (batch.size === 0) return;
    const changed = [...batch.values()].flatMap((request) => request ?? []);
    const gone = [...batch].flatMap(([key, request]) => (request === null ? key : []));
    try {
      while (!(await store.changeRequests(verificationId, { changed, gone }))) {
        // Somebody has deleted it: what comes now is of a new one.
        await beginAnew();
      }
    } catch (error) {
      // Tried anew with what comes next, and when a person asks.
      unsaved = new Map([...batch, ...unsaved]);
      throw error;
    }
    notify({ kind: 'requests-changed', verificationId, requests: [...changed] });
  }

  async function look(): Promise<Look> {
    const before = parts.now();
    const looks = await Promise.all(sources.map((source) => source.look()));
    lookTook = parts.now() - before;
    const all = together(looks);
    take(all.observations);
    return all;
  }

  /** `after`: when the navigation before this one was heard of. */
  async function pageNavigated(url: string, heard: { after: number; at: number }): Promise<void> {
    const newest = (await look()).newestPageStart;
    // The log has gone on to a later page by now, which is heard of next, and has forgotten this one.
    if (newest !== null && newest > heard.at) {
      const began = pageView?.startedAt ?? -Infinity;
      const isViewed = began > heard.after && began <= heard.at;
      if (!isViewed) await viewPage(url, Math.max(beforeHeard(heard.at), heard.after));
      return;
    }
    // A move within the document changes the address but begins no page in the log.
    if (pageView && newest !== null && newest === pageView.startedAt) {
      const moved = withMove(pageView, url, heard.at);
      if (moved) await keepPageView(moved);
      return;
    }
    const isNew = newest !== null && newest > (pageView?.startedAt ?? -Infinity);
    await viewPage(url, isNew ? newest : parts.now());
  }

  async function viewPage(url: string, at: number): Promise<void> {
    await keepPageView({ id: parts.newId(), verificationId, url, startedAt: at });
  }

  async function keepPageView(view: PageView): Promise<void> {
    if (view.startedAt >= (pageView?.startedAt ?? -Infinity)) pageView = view;
    // A new verification views the page by itself.
    if (!(await store.addPageView(view))) return beginAnew();
    notify({ kind: 'page-viewed', verificationId, pageView: view });
  }

  async function begin(): Promise<void> {
    const [before, log, url] = await Promise.all([
      store.latestOfTab(parts.tabId),
      Promise.all(sources.map((source) => source.look())).then(together),
      parts.page.url(),
    ]);
    const carriesOver = before !== null && startedAt - before.startedAt < CARRY_OVER_MS;
    const page = url !== null && /^(https?|file):/.test(url) ? url : null;
    await store.putVerification({
      id: verificationId,
      tabId: parts.tabId,
      startedAt,
      expectedIds: carriesOver ? before.expectedIds : [],
      openedAfterLoad: page !== null && !log.urls.has(withoutFragment(page)),
      clearedAt: null,
    });
    notify({ kind: 'started', verificationId, tabId: parts.tabId });
    take(log.observations);
    if (page !== null) await viewPage(page, log.newestPageStart ?? startedAt);
  }
  async function beginAnew(): Promise<void> {
    verificationId = parts.newId();
    startedAt = parts.now();
    pageView = null;
    await begin();
  }
  const started = queue(begin);

  return {
    /** Of what is recorded now. */
    get verificationId() {
      return verificationId;
    },
    started,
    /** Goes on under a new verification at once, where this one was deleted and it is the one recorded. */
    async deleted(id: string): Promise<void> {
      await queue(async () => {
        if (id === verificationId) await beginAnew();
      });
    },
    /** Goes on in a verification of its own: another person is there now, or nobody. */
    async renew(): Promise<void> {
      await queue(writeBatch);
      await queue(beginAnew);
    },
    /** Asks the sources now, and says when everything seen is kept. */
    async checkAgain(): Promise<void> {
      await queue(async () => void (await look()));
      await queue(writeBatch);
      notify({ kind: 'checked', verificationId });
    },
    /** Forgets what is still waiting and ignores whatever began before this moment. */
    clear(at: number): void {
      clearedAt = at;
      joining.forget(at);
      unsaved = new Map([...unsaved].filter(([, request]) => (request?.startedAt ?? at) >= at));
    },
  };
}

function withoutFragment(url: string): string {
  return url.replace(/#.*$/s, '');
}

function together(looks: readonly Look[]): Look {
  const starts = looks.flatMap(({ newestPageStart }) => newestPageStart ?? []);
  return {
    observations: looks.flatMap(({ observations }) => observations),
    newestPageStart: starts.length > 0 ? Math.max(...starts) : null,
    urls: new Set(looks.flatMap(({ urls }) => [...urls])),
  };
}
