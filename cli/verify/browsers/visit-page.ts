import { type Browser, type BrowserContext, type Page, TimeoutError } from 'puppeteer-core';

import type { Driven } from '@/lib/core/recording/driven';
import { withoutSignIn } from '@/lib/core/recording/without-sign-in';
import { goDown } from '@/lib/platform/page/go-down';

import { BrowserGone, PageFailed } from '../pool';
import { createListener } from './listen';
import { type Album, photograph, type VisitPicture } from './photograph';
import { within } from './within';

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
  /** It fired more than is kept. */
  readonly isCut: boolean;
  readonly told: readonly Driven[];
  readonly picture: VisitPicture;
}

/** A page may take so long to load, and its visit so much longer in all. */
const LOAD_MS = 30_000;
const MORE_MS = 20_000;
/** A page that asked for nothing for so long is at rest. */
const QUIET_MS = 2000;
/** What a page fires as it is left has so long to go out. */
const LEAVING = { idleTime: 500, timeout: 3000 };
/** A browser that is there answers within that. */
const ANSWER_MS = 5000;

interface Way {
  readonly name: string;
  readonly isChromium: boolean;
  readonly listenMs: number;
  /** Where screenshots go; `null` where none are wanted. */
  readonly album: Album | null;
}

/**
 * Visits a page in a context of its own, without cookies of any other visit: loads it, goes down to its end, listens
 * until it is at rest, and leaves it. Fails with `BrowserGone` or `PageFailed`.
 */
export async function visitPage(driven: Browser, url: string, way: Way): Promise<SeenVisit> {
  const end = createEnd(driven, LOAD_MS + way.listenMs + MORE_MS);
  let context: BrowserContext | null = null;
  try {
    const opening = driven.createBrowserContext();
    context = await Promise.race([opening, end.promise]);
    return await Promise.race([visitIn(context, url, way), end.promise]);
  } catch (error) {
    // What it failed at says nothing of why: a browser that ends fails at whatever is under way.
    if (!(await isThere(driven))) throw new BrowserGone();
    throw new PageFailed(reasonOf(error));
  } finally {
    end.off();
    // A page that never comes to rest goes with its context.
    await within(context?.close(), ANSWER_MS);
  }
}

async function visitIn(
  context: BrowserContext,
  url: string,
  { name, isChromium, listenMs, album }: Way,
): Promise<SeenVisit> {
  const listener = createListener(name, isChromium);
  // Also what a page opens beside it; with BiDi a frame counts as a page, too, and would be heard twice.
  context.on('targetcreated', (target) => {
    const attach = async () => {
      const other = await target.page();
      if (other && (await context.pages()).includes(other)) await listener.attach(other);
    };
    attach().catch(() => {});
  });
  const page = await context.newPage();
  await listener.attach(page);
  page.on('dialog', (dialog) => void dialog.dismiss().catch(() => {}));
  const startedAt = Date.now();
  const { status, isSlow } = await load(page, url);
  await page.evaluate(goDown).catch(() => {});
  await untilQuiet(page, { idleTime: QUIET_MS, timeout: listenMs });
  const hasWorker = await page.evaluate(isControlled).catch(() => false);
  const picture = await photograph(page, album);
  const seen = { url: withoutSignIn(page.url()), startedAt, status, isSlow, picture };
  await page.goto('about:blank', { timeout: LEAVING.timeout }).catch(() => null);
  await untilQuiet(page, LEAVING);
  return { ...seen, isCut: listener.isFull(), told: listener.told(hasWorker) };
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

function isControlled(): boolean {
  return navigator.serviceWorker?.controller != null;
}

async function untilQuiet(page: Page, options: { idleTime: number; timeout: number }) {
  try {
    await page.waitForNetworkIdle(options);
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
  }
}

/** Fails once a browser goes away, or a visit takes longer than any may. */
function createEnd(driven: Browser, mostMs: number) {
  const { promise, reject } = Promise.withResolvers<never>();
  const onGone = () => reject(new BrowserGone());
  const late = setTimeout(
    () => reject(new Error(`It did not come to rest within ${mostMs / 1000} seconds.`)),
    mostMs,
  );
  promise.catch(() => {});
  driven.once('disconnected', onGone);
  if (!driven.connected) onGone();
  return {
    promise,
    off() {
      clearTimeout(late);
      driven.off('disconnected', onGone);
    },
  };
}

async function isThere(driven: Browser): Promise<boolean> {
  const version = driven.connected ? await within(driven.version(), ANSWER_MS) : null;
  return version !== null && driven.connected;
}

const MAX_REASON_CHARS = 300;

function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.slice(0, MAX_REASON_CHARS);
}
