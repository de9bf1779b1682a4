import { hasPage } from '../../core/recording/visit';
import { createVisitWatch, type Ended, type TabLook } from '../../core/recording/visit-watch';
import { readWebRequest } from '../../core/recording/web-request';
import { createWebRequestReading } from '../../core/recording/web-request-reading';
import { isOfTab } from '../../core/recording/web-request-tab';
import { siteOf } from '../../core/recording/site-of';
import { withoutSignIn } from '../../core/recording/without-sign-in';
import { withoutSignIns } from '../../core/recording/without-sign-ins';
import type { RecorderMessage } from '../../core/recording/recorder-message';
import type { Database } from '../../store/database';
import type { Sleep } from '../jobs/sleep';
import { keepVisit, type VisitView } from './keep-visit';
import type { VisitBrowser } from './visit-browser';

export interface VisitParts {
  readonly visitor: VisitBrowser;
  readonly db: Database;
  readonly now: () => number;
  readonly sleep: Sleep;
  readonly newId: () => string;
  readonly tell: (message: RecorderMessage) => void;
  readonly signal: AbortSignal;
}

interface PageOfRun {
  readonly verificationId: string;
  /** Which page of the list. */
  readonly page: number;
  readonly url: string;
  readonly limitMs: number;
  readonly tabId: number;
}

/** What came of a visit: `null` where the verification is gone. */
export interface Visited {
  readonly view: VisitView;
  /** The empty tab for the next page; `null` where the window is gone. */
  readonly tabId: number | null;
}

/** How often the tab is looked at, in milliseconds. */
const LOOK_MS = 250;
/** What is sent as a page is left is told within this time, in milliseconds. */
const LEAVING_MS = 1000;

/** Visits a page: loads it, goes down to its end, waits until it is at rest, and leaves it. */
export async function visitPage(parts: VisitParts, of: PageOfRun): Promise<Visited | null> {
  const { visitor, now, sleep, signal } = parts;
  const { verificationId, page, url, tabId } = of;
  const open = { page, end: null, detail: null, status: 0, sight: null, endedAt: null };
  let view: VisitView = {
    id: parts.newId(),
    verificationId,
    url: withoutSignIn(url),
    startedAt: now(),
    visit: open,
  };
  const keeper = keepVisit(parts, view);
  if (!(await keeper.keep(view))) return null;

  const watch = createVisitWatch(tabId, now(), of.limitMs);
  const reading = createWebRequestReading();
  const sites = new Set([siteOf(url) ?? '']);
  const stop = visitor.listen(tabId, (phase, details) => {
    watch.hear(phase, details, now());
    const event = readWebRequest(phase, details);
    // The window of a run is no private one.
    const isPrivate = event?.tabId === null && event.isPrivate === true;
    if (event && !isPrivate && isOfTab(event, { id: tabId, sites }))
      keeper.take(reading.hear(event));
  });
  try {
    const { ended: seen, tab } = await untilEnded();
    // Taken back in the middle, the browser may have told nothing: of this page nobody knows.
    const ended = (await visitor.isAllowed()) ? seen : CUT;
    const word = tab !== null && hasPage(ended) ? await visitor.ask(tabId) : 'refused';
    const isSilent = word === 'silent' && ended.end !== 'crashed';
    const next = signal.aborted ? null : await visitor.leave(tabId);
    if (hasPage(ended)) await sleep(LEAVING_MS, signal);
    stop();
    keeper.leave();
    await keeper.kept();
    view = {
      ...view,
      url: withoutSignIn(tab?.url ?? url),
      visit: {
        page,
        ...ended,
        ...(isSilent && { end: 'silent' }),
        status: watch.status(),
        sight: typeof word === 'string' ? null : word.sight,
        endedAt: now(),
      },
    };
    return (await keeper.keep(view)) ? { view, tabId: next } : null;
  } finally {
    stop();
  }

  async function untilEnded(): Promise<{ ended: Ended; tab: TabLook | null }> {
    let isDown = false;
    try {
      await visitor.go(tabId, url);
    } catch (error) {
      const tab = await visitor.look(tabId);
      return { ended: tab ? { end: 'failed', detail: reasonOf(error) } : CUT, tab };
    }
    for (;;) {
      await sleep(LOOK_MS, signal);
      const tab = await visitor.look(tabId);
      if (signal.aborted || tab === null) return { ended: CUT, tab };
      if (tab.url !== null) sites.add(siteOf(tab.url) ?? '');
      const ended = watch.ended(tab, now());
      if (ended) return { ended, tab };
      if (watch.isLoaded() && !isDown) visitor.goDown(tabId);
      isDown ||= watch.isLoaded();
    }
  }
}

const CUT: Ended = { end: 'cut', detail: null };
const MAX_REASON_CHARS = 300;

function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return withoutSignIns(text).slice(0, MAX_REASON_CHARS);
}
