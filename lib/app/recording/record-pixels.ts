import { leastOf } from '../../core/base/long-lists';
import { createJoining, type JoinChange } from '../../core/recording/join-observations';
import type { Observation } from '../../core/recording/observation';
import type { PixelRequest } from '../../core/recording/pixel-request';
import { beforeHeard, isOtherView, type PageView } from '../../core/recording/page-views';
import type { RecorderMessage } from '../../core/recording/recorder-message';
import {
  newestOf,
  type LoadedPage,
  type Look,
  type RequestSource,
} from '../../core/recording/source';
import type { Verification } from '../../core/verification/verification';
import { createLookout } from './lookout';

/** The page that is in the tab by now. */
export interface CurrentPage {
  readonly url: string;
  /** When the browser began to load its document, in milliseconds since 1970. */
  readonly loadedAt: number;
}

/** What was recorded in the tab before, and whether it is to be gone on with. */
export interface Earlier {
  readonly verification: Verification;
  /** The same person's, so that what comes now may stand beside it. */
  readonly isOwn: boolean;
  readonly pageView: PageView | null;
  /** When it is last known to have recorded, in milliseconds since 1970. */
  readonly lastAt: number;
}

export interface RecorderParts {
  /** Everything that tells of the tab's requests. */
  readonly sources: readonly RequestSource[];
  readonly page: {
    onNavigated(listener: (url: string) => void): void;
    /** The page in the tab; `null` where it cannot be told. */
    current(): Promise<CurrentPage | null>;
  };
  readonly store: {
    earlierOfTab(tabId: number): Promise<Earlier | null>;
    /** Keeps a new verification, or one that goes on. */
    putVerification(verification: Verification): Promise<void>;
    /** Keeps a page view; `false`, and nothing is kept, where the verification is gone. */
    addPageView(pageView: PageView): Promise<boolean>;
    /**
     * Keeps requests, new or changed, and drops those that turned out to be part of another. `false`, and
     * nothing is kept, where the verification is gone.
     */
    changeRequests(verificationId: string, change: JoinChange): Promise<boolean>;
  };
  readonly tabId: number;
  /** Names the run of the browser: a tab's id means nothing in another. `null` where it cannot be told. */
  readonly browserRun: () => Promise<string | null>;
  /** The browser may say nothing of what the first page fires that is loaded after recording began. */
  readonly mayMissFirstPage: boolean;
  readonly now: () => number;
  readonly later: (milliseconds: number, step: () => void) => void;
  readonly newId: () => string;
  readonly notify: (message: RecorderMessage) => void;
}

/**
 * A source may know of a request that gave no sign, and forget it when the page is left: it is asked as often as
 * its answers are cheap. They may take these shares of the time: 1/25 while the page is at work, 1/60 at rest.
 */
const WORK_SHARE = 25;
const REST_SHARE = 60;
const LOOKS = 5;
/** As often as that at most, in milliseconds. */
const LEAST_PAUSE_MS = 150;
/** The page is at work for so long after its last sign, in milliseconds. */
const AT_WORK_MS = 2000;
/** The log and the page itself tell of one load by two clocks, this far apart at most, in milliseconds. */
const SAME_LOAD_MS = 1000;
/** A page that moves on more often is no application but a ticker; its further moves are no views. */
const MAX_MOVES = 1000;

/** A tab is likely to be the same piece of work for so long: expected trackers are carried over, and a recording goes on. */
const CARRY_OVER_MS = 24 * 60 * 60 * 1000;

/**
 * Records the pixel requests of one tab from now on. Listeners are added before anything is
 * awaited. Whatever the sources tell is joined, and what changed is kept and told; the sources are asked
 * at each navigation, again and again, and when a person asks.
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
  /** When the document that is viewed began, and when the newest page of the log did then. */
  let documentStart: number | null = null;
  let newestInLog: number | null = null;
  let moves = 0;
  /** Until then the event of the document that is viewed may still come, with those of pages before it. */
  let unheardUntil = -Infinity;
  let heardLast = -Infinity;

  /** What the last looks took, in milliseconds; the least of them is without what other programs took. */
  let took: readonly number[] = [0];
  const activity = createLookout({
    now: parts.now,
    later: parts.later,
    pause: (isAtWork) =>
      Math.max(LEAST_PAUSE_MS, leastOf(took) * (isAtWork ? WORK_SHARE : REST_SHARE)),
    atWorkFor: AT_WORK_MS,
    act: () => queue(lookOut),
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
    const all = together(looks);
    take(all.observations);
    took = [...took, parts.now() - before].slice(-LOOKS);
    return all;
  }

  /** A page that the log knows and of which nothing was heard is viewed, too: a busy browser loses an event. */
  async function lookOut(): Promise<void> {
    const { newestPage } = await look();
    const newest = newestPage?.startedAt ?? null;
    if (newest === null || newest === newestInLog || newest <= (documentStart ?? startedAt)) return;
    const page = await pageOf({ startedAt: newest, url: newestPage?.url ?? null });
    if (page === null) return;
    // A view that the log knows already is another, however soon it was loaded anew.
    const isByEvent = pageView?.isMove === true || documentStart !== newestInLog;
    if (isByEvent && isSameLoad(pageView, page, newest)) await isOfDocument(pageView, newest);
    else {
      await viewDocument(page, newest, newest);
      unheardUntil = parts.now() + SAME_LOAD_MS;
    }
  }

  /** The address of a page that the log knows; `null` where it can be told neither by the log nor by the tab. */
  async function pageOf({ startedAt, url }: LoadedPage): Promise<string | null> {
    const current = pageIn(await parts.page.current());
    if (url !== null) return current && isSameDocument(url, current.url) ? current.url : url;
    // Where another page has come meanwhile, the next look finds that.
    return current && Math.abs(current.loadedAt - startedAt) < SAME_LOAD_MS ? current.url : null;
  }

  /** The log had not begun its page when the navigation was heard of, which looked like a move of the one before. */
  async function isOfDocument({ id, url }: PageView, newest: number): Promise<void> {
    documentStart = newest;
    newestInLog = newest;
    moves = 0;
    pageView = { ...viewOf(url, newest), id };
    await keepPageView(pageView);
  }

  /** `after`: when the navigation before this one was heard of. */
  async function pageNavigated(url: string, heard: { after: number; at: number }): Promise<void> {
    const page = (await look()).newestPage;
    const newest = page?.startedAt ?? null;
    const began = documentStart ?? -Infinity;
    // The log told of it before the event did.
    const isAwaited = heard.at < unheardUntil && isSameDocument(pageView?.url, url);
    if (isAwaited || isSameDocument(page?.url, url)) unheardUntil = -Infinity;
    // The log has gone on to a later page by now, which is heard of next, and has forgotten this one.
    if (newest !== null && (newest > heard.at || isBefore(page, url, heard.at))) {
      const isViewed =
        isAwaited || (pageView?.url === url && began > heard.after && began <= heard.at);
      const since = Math.max(beforeHeard(heard.at), heard.after);
      // Events come in their order: what is heard of before the event of a view is before that.
      const next = heard.at < unheardUntil ? Math.min(newest, began) : newest;
      if (!isViewed) await viewDocument(url, Math.min(since, next - 1), null);
      return;
    }
    // A move within the document changes the address but begins no page in the log.
    if (pageView && newest !== null && newest === newestInLog) {
      const isMove = moves < MAX_MOVES && isOtherView(pageView.url, url);
      moves += Number(isMove);
      const at = Math.max(beforeHeard(heard.at), pageView.startedAt + 1);
      if (isMove) await keepPageView({ ...viewOf(url, at), isMove: true });
      return;
    }
    const isNew = newest !== null && newest > began;
    // It is handled later than it was heard of, when the next page may have begun.
    await viewDocument(url, isNew ? newest : heard.at, newest);
  }

  /** Whether a page that was heard of is one before the newest of the log, and no move within that. */
  function isBefore(newest: LoadedPage | null, url: string, heardAt: number): boolean {
    if (!newest?.url || isSameDocument(newest.url, url)) return false;
    const isViewed = newest.startedAt === newestInLog;
    return isViewed ? heardAt < unheardUntil : newest.startedAt > (documentStart ?? -Infinity);
  }

  /** `inLog`: when the newest page of the log began, whether it is this one or not. */
  async function viewDocument(url: string, at: number, inLog: number | null): Promise<void> {
    const view = viewOf(url, at);
    if (at >= (pageView?.startedAt ?? -Infinity)) {
      documentStart = at;
      newestInLog = inLog;
      moves = 0;
    }
    await keepPageView(view);
  }

  function viewOf(url: string, startedAt: number): PageView {
    return { id: parts.newId(), verificationId, url, startedAt };
  }

  async function keepPageView(view: PageView): Promise<void> {
    if (view.startedAt >= (pageView?.startedAt ?? -Infinity)) pageView = view;
    // A new verification views the page by itself.
    if (!(await store.addPageView(view))) return beginAnew();
    notify({ kind: 'page-viewed', verificationId, pageView: view });
  }

  async function begin(mayGoOn: boolean): Promise<void> {
    const [before, log, current, browserRun] = await Promise.all([
      store.earlierOfTab(parts.tabId),
      Promise.all(sources.map((source) => source.look())).then(together),
      parts.page.current(),
      parts.browserRun(),
    ]);
    const page = pageIn(current);
    const isRecent = before !== null && startedAt - before.lastAt < CARRY_OVER_MS;
    const isSameTab = browserRun !== null && before?.verification.browserRun === browserRun;
    if (mayGoOn && isRecent && isSameTab && before.isOwn) await goOnWith(before);
    else {
      await store.putVerification({
        id: verificationId,
        tabId: parts.tabId,
        startedAt,
        expectedIds: isRecent ? before.verification.expectedIds : [],
        openedAfterLoad: page !== null && !log.urls.has(withoutFragment(page.url)),
        clearedAt: null,
        ...(parts.mayMissFirstPage && { mayMissFirstPage: true }),
        ...(browserRun !== null && { browserRun }),
      });
    }
    notify({ kind: 'started', verificationId, tabId: parts.tabId });
    take(log.observations);
    if (page === null) return;
    await viewCurrent(page, log.newestPage?.startedAt ?? null, before?.lastAt ?? -Infinity);
  }

  async function viewCurrent(
    page: CurrentPage,
    newest: number | null,
    lastAt: number,
  ): Promise<void> {
    const isThere = pageView !== null && beforeHeard(page.loadedAt) <= lastAt;
    if (isThere && !isOtherView(pageView?.url ?? '', page.url)) {
      // What it fires from now on is still of the view that is known.
      newestInLog = newest;
      return;
    }
    const since = newest ?? (pageView === null ? startedAt : page.loadedAt);
    await viewDocument(page.url, isThere ? startedAt : since, newest);
  }

  /** DevTools was closed and is there again: what was recorded in the tab is added to. */
  async function goOnWith({ verification, pageView: last, lastAt }: Earlier): Promise<void> {
    verificationId = verification.id;
    pageView = last;
    documentStart = last?.startedAt ?? null;
    clearedAt = verification.clearedAt ?? -Infinity;
    const gap = { from: Math.min(lastAt, startedAt), to: startedAt };
    await store.putVerification({ ...verification, gaps: [...(verification.gaps ?? []), gap] });
  }

  async function beginAnew(): Promise<void> {
    verificationId = parts.newId();
    startedAt = parts.now();
    pageView = null;
    documentStart = null;
    newestInLog = null;
    await begin(false);
  }
  const started = queue(() => begin(true));

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

/** Whether a view, begun by an event, is of the document that the log began about then. */
function isSameLoad(view: PageView | null, url: string, newest: number): view is PageView {
  return (
    view !== null &&
    isSameDocument(view.url, url) &&
    Math.abs(view.startedAt - newest) < SAME_LOAD_MS
  );
}

/** A page that can hold pixels. */
function pageIn(current: CurrentPage | null): CurrentPage | null {
  return current !== null && /^(https?|file):/.test(current.url) ? current : null;
}

function isSameDocument(one: string | null | undefined, other: string): boolean {
  return typeof one === 'string' && withoutFragment(one) === withoutFragment(other);
}

function withoutFragment(url: string): string {
  return url.replace(/#.*$/s, '');
}

function together(looks: readonly Look[]): Look {
  return {
    observations: looks.flatMap(({ observations }) => observations),
    newestPage: newestOf(looks.flatMap(({ newestPage }) => newestPage ?? [])),
    urls: new Set(looks.flatMap(({ urls }) => [...urls])),
  };
}
