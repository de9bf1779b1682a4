import { mostOf } from '../../core/base/long-lists';
import {
  beforeHeard,
  isOtherView,
  isSameDocument,
  type PageView,
} from '../../core/recording/page-views';
import type { LoadedPage } from '../../core/recording/source';
import { type CurrentPage, holdsPixels } from './current-page';
import { createNavigations, type Heard, SAME_START_MS } from './navigations';

/** A page view, of whichever verification is recorded by then. */
export type View = Omit<PageView, 'verificationId'>;

export interface ViewParts {
  /** The page in the tab that can hold pixels; `null` where there is none, or it cannot be told. */
  readonly current: () => Promise<CurrentPage | null>;
  /** Keeps a view that is new, or of which more is known. */
  readonly keep: (view: View) => Promise<void>;
  readonly now: () => number;
  readonly newId: () => string;
}

/** The log and the page itself tell of one load by two clocks, this far apart at most, in milliseconds. */
const SAME_LOAD_MS = 1000;
/** A page that moves on more often is no application but a ticker; its further moves are no views. */
const MAX_MOVES = 1000;

/**
 * Tells the page views of one tab from what is heard of navigations and from what the log says of its newest
 * page: each view once, though both may tell of it, one of them not at all, or of several pages at one time.
 */
export function watchViews(parts: ViewParts) {
  const { keep, now, newId } = parts;
  let since = now();
  let view: View | null = null;
  /** When the document that is viewed began, and when the newest page of the log did then. */
  let documentStart: number | null = null;
  let newestInLog: number | null = null;
  let moves = 0;
  /** A view that an event began, of which the log has a later page: what that tells from now on is not of it. */
  let passedId: string | null = null;
  /** A view of which it was told when its document began: one that began at another moment is not of it. */
  let toldId: string | null = null;
  /** When the last page began that the log had forgotten as it was looked at. */
  let passedAt = -Infinity;
  const navigations = createNavigations();

  /** The address of a page that the log knows; `null` where it can be told neither by the log nor by the tab. */
  async function addressOf({ startedAt, url }: LoadedPage): Promise<string | null> {
    const current = await parts.current();
    if (url !== null) return current && isSameDocument(url, current.url) ? current.url : url;
    // Where another page has come meanwhile, the next look finds that.
    return current && Math.abs(current.loadedAt - startedAt) < SAME_LOAD_MS ? current.url : null;
  }

  /** The log had not begun its page when the navigation was heard of, which looked like a move of the one before. */
  async function isOfDocument({ id, url }: View, newest: number): Promise<void> {
    documentStart = newest;
    newestInLog = newest;
    moves = 0;
    await take({ id, url, startedAt: newest });
  }

  /** Whether a page that was heard of is one before the newest of the log, and no move within that. */
  function isBefore(newest: LoadedPage | null, { url, at }: Heard): boolean {
    if (!newest?.url || isSameDocument(newest.url, url)) return false;
    const isViewed = newest.startedAt === newestInLog;
    return isViewed ? navigations.isAwaiting(at) : newest.startedAt > (documentStart ?? -Infinity);
  }

  /** Whether the log tells of the document of a view that an event began, which is not to be looked for again. */
  function isOfView({ url, startedAt }: { url: string; startedAt: number }): boolean {
    // A view that the log knows already is another, however soon it was loaded anew.
    const isByEvent = view?.isMove === true || documentStart !== newestInLog;
    if (!isByEvent || view?.id === passedId) return false;
    const within = view?.id === toldId ? SAME_START_MS : SAME_LOAD_MS;
    return isSameLoad(view, url, startedAt, within);
  }

  /** Whether a document that was told of is new, and its navigation heard of and not looked at yet. */
  function isHeard(page: LoadedPage, isInLog: boolean): boolean {
    const { url, startedAt } = page;
    const isKnown = startedAt <= (documentStart ?? since);
    if (url === null || isKnown || isOfView({ url, startedAt })) return false;
    return navigations.match(page, isInLog);
  }

  /**
   * `inLog`: when the newest page of the log began, whether it is this one or not; `ahead`: the page in the tab, where it
   * may have been loaded ahead.
   */
  async function viewDocument(
    url: string,
    at: number,
    inLog: number | null,
    ahead: CurrentPage | null = null,
  ): Promise<void> {
    const shownAt = shownAtOf(inLog, ahead);
    if ((shownAt ?? at) >= (view?.startedAt ?? -Infinity)) {
      documentStart = at;
      newestInLog = inLog;
      moves = 0;
    }
    const isAhead = shownAt !== null && inLog !== null;
    await take({
      id: newId(),
      url,
      startedAt: shownAt ?? at,
      ...(isAhead && { prerenderedAt: inLog }),
    });
  }

  /** When a page of the log was shown that was loaded ahead; `null` where it was not, and where it is not the current. */
  function shownAtOf(inLog: number | null, current: CurrentPage | null): number | null {
    if (inLog === null || !current?.shownAfter) return null;
    if (Math.abs(current.loadedAt - inLog) >= SAME_LOAD_MS) return null;
    // The page says it, and could say anything: what is in the future would stand behind all that comes.
    return Math.min(Math.max(current.loadedAt + current.shownAfter, inLog), now());
  }

  /** The page in the tab, where the log's was loaded ahead: no other is asked, for each answer takes its time. */
  async function aheadOf(page: LoadedPage | null): Promise<CurrentPage | null> {
    return page?.isAhead ? parts.current() : null;
  }

  /** When a page began that is before the one that began `next`, and after those that were heard of before it. */
  function between(earliest: number, next: number): number {
    const known = [passedAt, documentStart ?? -Infinity].filter((at) => at < next);
    const least = mostOf(known) ?? -Infinity;
    const at = Math.min(earliest, next - 1);
    passedAt = at > least ? at : (least + next) / 2;
    return passedAt;
  }

  async function take(next: View): Promise<void> {
    if (next.startedAt >= (view?.startedAt ?? -Infinity)) view = next;
    await keep(next);
  }

  return {
    /** Notes that a navigation is heard of now; what it means is asked once the log was looked at. */
    hear: (url: string): Heard => navigations.hear(url, now()),

    /** These documents were loaded: each may be where a navigation led. */
    told(documents: readonly LoadedPage[]): void {
      for (const one of documents.toSorted((a, b) => a.startedAt - b.startedAt)) {
        const isViewed = isSameDocument(view?.url, one.url ?? '');
        if (!isViewed || one.startedAt > (documentStart ?? since) + SAME_START_MS)
          isHeard(one, false);
      }
    },

    /** A page that the log knows and of which nothing was heard is viewed, too: a busy browser loses an event. */
    async logged(newestPage: LoadedPage | null): Promise<void> {
      const newest = newestPage?.startedAt ?? null;
      if (newest === null || newest === newestInLog || newest <= (documentStart ?? since)) return;
      // Its turn comes, after those that were heard of before it.
      if (newestPage && isHeard(newestPage, true)) return;
      const url = await addressOf({ startedAt: newest, url: newestPage?.url ?? null });
      if (url === null) return;
      if (view && isOfView({ url, startedAt: newest })) return isOfDocument(view, newest);
      await viewDocument(url, newest, newest, await aheadOf(newestPage));
      navigations.expect(url, newest, now());
    },

    /** A navigation that was heard of, and the newest page of the log, looked at since. */
    async navigated(heard: Heard, page: LoadedPage | null): Promise<void> {
      const { url } = heard;
      const isLaterHeard = page !== null && isHeard(page, true) && !isSameDocument(page.url, url);
      const led = navigations.take(heard);
      if (led) {
        const { startedAt, isInLog } = led;
        await viewDocument(url, startedAt, isInLog ? startedAt : null, await aheadOf(led));
        if (view?.startedAt === startedAt) toldId = view.id;
        return;
      }
      const newest = page?.startedAt ?? null;
      const began = documentStart ?? -Infinity;
      const isNew = newest !== null && newest > began;
      // The log told of it before the event did, and perhaps of those after it, too.
      const isCurrent = newest === newestInLog && isSameDocument(view?.url, url);
      if (!(isNew && isSameDocument(page?.url, url)) && navigations.isAwaited(heard) && !isCurrent)
        return;
      const earliest = Math.max(beforeHeard(heard.at), heard.after);
      // The log has gone on to a later page by now, and has forgotten this one.
      if (newest !== null && (newest > heard.at || isLaterHeard || isBefore(page, heard))) {
        const isViewed = view?.url === url && began > heard.after && began <= heard.at;
        // Events come in their order: what is heard of before the event of a view is before that.
        const next = Math.min(newest, navigations.nextBegan(heard.at));
        if (isViewed) return;
        await viewDocument(url, between(earliest, next), null);
        const isSurely = isLaterHeard || newest > heard.at + SAME_START_MS;
        if (isSurely && view?.url === url) passedId = view.id;
        return;
      }
      // A move within the document changes the address but begins no page in the log.
      if (view && newest !== null && newest === newestInLog) {
        const isMove = moves < MAX_MOVES && isOtherView(view.url, url);
        moves += Number(isMove);
        const at = Math.max(beforeHeard(heard.at), view.startedAt + 1);
        if (isMove) await take({ id: newId(), url, startedAt: at, isMove: true });
        return;
      }
      // It is looked at later than it was heard of: what it fired may have begun before the one, the next page before the other.
      const isLeft = newest === null && navigations.hasLater() && holdsPixels(url);
      const at = isLeft ? Math.max(earliest, began + 1) : heard.at;
      await viewDocument(url, isNew ? newest : at, newest, await aheadOf(page));
    },

    /** The page that was there when recording began; `lastAt` is when it had last been recorded before. */
    async found(page: CurrentPage, newest: number | null, lastAt: number): Promise<void> {
      const isThere = view !== null && beforeHeard(page.loadedAt) <= lastAt;
      if (isThere && !isOtherView(view?.url ?? '', page.url)) {
        // What it fires from now on is still of the view that is known.
        newestInLog = newest;
        return;
      }
      // The page says when it was loaded, and could say anything.
      const at = newest ?? (view === null ? since : Math.min(page.loadedAt, now()));
      await viewDocument(page.url, isThere ? since : at, newest, page);
    },

    /** Goes on with what was viewed last in the tab. */
    goOnWith(last: View | null): void {
      view = last;
      documentStart = last?.startedAt ?? null;
    },

    /** Nothing is viewed yet of what is recorded from this moment on. */
    beginAt(at: number): void {
      navigations.forgetAwaited();
      since = at;
      view = null;
      documentStart = null;
      newestInLog = null;
    },
  };
}

/** Whether a view, begun by an event, is of the document that the log began about then. */
function isSameLoad(view: View | null, url: string, newest: number, within: number): view is View {
  return (
    view !== null && isSameDocument(view.url, url) && Math.abs(view.startedAt - newest) < within
  );
}
