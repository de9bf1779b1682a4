import { type Browser, type Page, TimeoutError } from 'puppeteer-core';

import type { Driven } from '@/lib/core/recording/driven';

import { BrowserGone, PageFailed } from '../pool';
import { createListener } from './listen';

/** What a visit saw. */
export interface SeenVisit {
  /** Where the page was in the end, behind its redirects. */
  readonly url: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** The HTTP status of the page; 0 where it did not answer with one. */
  readonly status: number;
  /** It was still loading when it was left. */
  readonly isSlow: boolean;
  readonly told: readonly Driven[];
}

/** A page may take so long to load, and its browser so much longer in all. */
const LOAD_MS = 60_000;
const MORE_MS = 30_000;
/** A page that asked for nothing for so long is at rest. */
const QUIET_MS = 2000;
/** What a page fires as it is left has so long to go out. */
const LEAVING = { idleTime: 500, timeout: 3000 };

/**
 * Visits a page in a context of its own, without cookies of any other visit: loads it, goes down to its end, listens
 * until it is at rest, and leaves it. Fails with `BrowserGone` or `PageFailed`.
 */
export async function visitPage(
  driven: Browser,
  url: string,
  { name, isChromium, listenMs }: { name: string; isChromium: boolean; listenMs: number },
): Promise<SeenVisit> {
  const gone = createGone(driven, LOAD_MS + listenMs + MORE_MS);
  try {
    return await Promise.race([visit(), gone.promise]);
  } catch (error) {
    if (error instanceof BrowserGone || error instanceof PageFailed) throw error;
    // What it failed at says nothing of why: a browser that ends fails at whatever is under way.
    if (!(await isThere(driven))) throw new BrowserGone();
    throw new PageFailed(reasonOf(error));
  } finally {
    gone.end();
  }

  async function visit(): Promise<SeenVisit> {
    const context = await driven.createBrowserContext();
    const listener = createListener(name, isChromium);
    // Also what a page opens beside it.
    context.on('targetcreated', (target) => {
      void target.page().then(
        (other) => other && listener.attach(other),
        () => {},
      );
    });
    const page = await context.newPage();
    listener.attach(page);
    page.on('dialog', (dialog) => void dialog.dismiss().catch(() => {}));
    const startedAt = Date.now();
    const { status, isSlow } = await load(page, url);
    await page.evaluate(goDown).catch(() => {});
    await untilQuiet(page, { idleTime: QUIET_MS, timeout: listenMs });
    const seen = { url: page.url(), startedAt, status, isSlow };
    await page.goto('about:blank', { timeout: LEAVING.timeout }).catch(() => null);
    await untilQuiet(page, LEAVING);
    const told = listener.told();
    await context.close();
    return { ...seen, told };
  }
}

async function load(page: Page, url: string): Promise<{ status: number; isSlow: boolean }> {
  try {
    const answer = await page.goto(url, { waitUntil: 'domcontentloaded', timeout: LOAD_MS });
    return { status: answer?.status() ?? 0, isSlow: false };
  } catch (error) {
    if (!(error instanceof TimeoutError) || !/^https?:/.test(page.url())) throw error;
    return { status: 0, isSlow: true };
  }
}

/** Many ads load only when they come into view. */
function goDown(): void {
  const step = Math.max(200, window.innerHeight);
  const end = Math.min(document.documentElement.scrollHeight, 40 * step);
  for (let top = step; top < end; top += step) setTimeout(() => window.scrollTo(0, top), top / 20);
}

async function untilQuiet(page: Page, options: { idleTime: number; timeout: number }) {
  try {
    await page.waitForNetworkIdle(options);
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
  }
}

/** Fails once a browser goes away, or takes longer than any page may. */
function createGone(driven: Browser, mostMs: number) {
  const { promise, reject } = Promise.withResolvers<never>();
  const onGone = () => reject(new BrowserGone());
  const late = setTimeout(() => {
    reject(new BrowserGone());
    void driven.disconnect().catch(() => {});
  }, mostMs);
  promise.catch(() => {});
  driven.once('disconnected', onGone);
  if (!driven.connected) onGone();
  return {
    promise,
    end() {
      clearTimeout(late);
      driven.off('disconnected', onGone);
    },
  };
}

const ANSWER_MS = 5000;

async function isThere(driven: Browser): Promise<boolean> {
  if (!driven.connected) return false;
  const { promise, resolve } = Promise.withResolvers<false>();
  const late = setTimeout(() => resolve(false), ANSWER_MS);
  const answered = driven.version().then(
    () => driven.connected,
    () => false,
  );
  return Promise.race([answered, promise]).finally(() => clearTimeout(late));
}

const MAX_REASON_CHARS = 300;

function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.slice(0, MAX_REASON_CHARS);
}
