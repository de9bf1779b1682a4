import { type HarLog, readHarLog } from '../../core/recording/har-log';
import type { PixelRequest } from '../../core/recording/pixel-request';
import { readPixelRequest } from '../../core/recording/read-pixel-request';
import type { PageView } from '../../core/recording/page-views';
import type { RecorderMessage } from '../../core/recording/recorder-message';
import type { Verification } from '../../core/verification/verification';
import { whenQuiet } from './when-quiet';

/** The network log of one tab, as DevTools gives it; answers are `unknown` until read. */
export interface NetworkLog {
  onRequestFinished(listener: (entry: unknown) => void): void;
  onNavigated(listener: (url: string) => void): void;
  getHar(): Promise<unknown>;
}

export interface RecorderParts {
  readonly network: NetworkLog;
  readonly store: {
    latestOfTab(tabId: number): Promise<Verification | null>;
    putVerification(verification: Verification): Promise<void>;
    /** `false`, and nothing is kept, where the verification is gone. */
    addPageView(pageView: PageView): Promise<boolean>;
    addRequests(verificationId: string, requests: readonly PixelRequest[]): Promise<boolean>;
  };
  readonly tabId: number;
  /** The address of the page in the tab; `null` where it cannot be told. */
  readonly pageUrl: () => Promise<string | null>;
  readonly now: () => number;
  readonly later: (milliseconds: number, step: () => void) => void;
  readonly newId: () => string;
  readonly notify: (message: RecorderMessage) => void;
}

/** The page has been quiet for this long: time to look through the log, in milliseconds. */
const QUIET_MS = 1500;
/** `getHAR` builds every entry anew; it may take this share of the time, one part in twenty. */
const LOG_SHARE = 20;

/** Expected trackers are carried over while the tab is likely to be the same piece of work. */
const CARRY_OVER_MS = 24 * 60 * 60 * 1000;

/**
 * Records the pixel requests of one tab from now on. Listeners are added before anything is
 * awaited. The event alone misses fetches whose body nobody reads and prerendered pages, so the
 * HAR log is merged in at each navigation, when the page falls quiet, and when asked (peers' study,
 * 6a and 6g).
 */
export function recordPixels(parts: RecorderParts) {
  const { network, store, notify } = parts;
  let verificationId = parts.newId();
  let startedAt = parts.now();
  const seen = new Map<string, 'pending' | 'ended'>();
  let waiting: PixelRequest[] = [];
  let clearedAt = -Infinity;
  let newestPageView = -Infinity;

  let logTook = 0;
  const activity = whenQuiet({
    now: parts.now,
    later: parts.later,
    pause: () => Math.max(QUIET_MS, logTook * LOG_SHARE),
    act: () => void queue(async () => void (await readLog())),
  });

  network.onRequestFinished((entry) => {
    activity();
    const request = readPixelRequest(entry);
    if (request) take([request]);
  });
  network.onNavigated((url) => {
    activity();
    void queue(() => pageNavigated(url));
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

  function take(requests: readonly PixelRequest[]): void {
    const fresh: PixelRequest[] = [];
    for (const request of requests) {
      const state = request.outcome === 'pending' ? 'pending' : 'ended';
      const before = seen.get(request.key);
      if (request.startedAt < clearedAt || before === 'ended' || before === state) continue;
      seen.set(request.key, state);
      fresh.push(request);
    }
    if (fresh.length === 0) return;
    waiting.push(...fresh);
    if (waiting.length === fresh.length) void queue(writeBatch);
  }

  async function writeBatch(): Promise<void> {
    const requests = waiting.filter((request) => request.startedAt >= clearedAt);
    waiting = [];
    if (requests.length === 0) return;
    try {
      const isKept = await store.addRequests(verificationId, requests);
      if (!isKept) {
        // Somebody has deleted it: what comes now is of a new one.
        await beginAnew();
        await store.addRequests(verificationId, requests);
      }
    } catch (error) {
      // "Check again" finds them in the log and tries anew.
      for (const { key } of requests) seen.delete(key);
      throw error;
    }
    notify({ kind: 'requests-added', verificationId, requests });
  }

  async function readLog(): Promise<HarLog> {
    const before = parts.now();
    const log = readHarLog(await network.getHar());
    logTook = parts.now() - before;
    take(log.requests);
    return log;
  }

  async function pageNavigated(url: string): Promise<void> {
    const log = await readLog();
    const newest = log.newestPageStart;
    // A move within the document changes the address but begins no page in the log.
    if (newest !== null && newest === newestPageView) return;
    await viewPage(url, newest !== null && newest > newestPageView ? newest : parts.now());
  }

  async function viewPage(url: string, at: number): Promise<void> {
    newestPageView = at;
    const pageView = { id: parts.newId(), verificationId, url, startedAt: at };
    // A new verification views the page by itself.
    if (!(await store.addPageView(pageView))) return beginAnew();
    notify({ kind: 'page-viewed', verificationId, pageView });
  }

  async function begin(): Promise<void> {
    const [before, log, url] = await Promise.all([
      store.latestOfTab(parts.tabId),
      network.getHar().then(readHarLog),
      parts.pageUrl(),
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
    take(log.requests);
    if (page !== null) await viewPage(page, log.newestPageStart ?? startedAt);
  }
  async function beginAnew(): Promise<void> {
    verificationId = parts.newId();
    startedAt = parts.now();
    newestPageView = -Infinity;
    await begin();
  }
  const started = queue(begin);

  return {
    /** Of what is recorded now. */
    get verificationId() {
      return verificationId;
    },
    started,
    /** Goes on in a verification of its own: another person is there now, or nobody. */
    async renew(): Promise<void> {
      await queue(writeBatch);
      await queue(beginAnew);
    },
    /** Looks through the HAR log now, and says when everything seen is kept. */
    async checkAgain(): Promise<void> {
      await queue(async () => void (await readLog()));
      await queue(writeBatch);
      notify({ kind: 'checked', verificationId });
    },
    /** Forgets what is still waiting and ignores whatever began before this moment. */
    clear(at: number): void {
      clearedAt = at;
    },
  };
}

function withoutFragment(url: string): string {
  return url.replace(/#.*$/s, '');
}
