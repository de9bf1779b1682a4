import {
  beforeHeard,
  isOtherView,
  isSameDocument,
  type PageView,
} from '../../core/recording/page-views';
import type { LoadedPage } from '../../core/recording/source';
import type { CurrentPage } from './current-page';

/** A page view, of whichever verification is recorded by then. */
export type View = Omit<PageView, 'verificationId'>;

/** When a navigation was heard of, and when the one before it, in milliseconds since 1970. */
export interface Heard {
  readonly after: number;
  readonly at: number;
}

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
  /** Until then the event of the document that is viewed may still come, with those of pages before it. */
  let unheardUntil = -Infinity;
  /** Documents that the log told of, and then of a later one, before their events came: each, and until when that may come. */
  let passedUnheard: readonly { readonly url: string; readonly until: number }[] = [];
  let heardLast = -Infinity;

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
  function isBefore(newest: LoadedPage | null, url: string, heardAt: number): boolean {
    if (!newest?.url || isSameDocument(newest.url, url)) return false;
    const isViewed = newest.startedAt === newestInLog;
    return isViewed ? heardAt < unheardUntil : newest.startedAt > (documentStart ?? -Infinity);
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

  async function take(next: View): Promise<void> {
    if (next.startedAt >= (view?.startedAt ?? -Infinity)) view = next;
    await keep(next);
  }

  return {
    /** Notes that a navigation is heard of now; what it means is asked once the log was looked at. */
    hear(): Heard {
      const heard = { after: heardLast, at: now() };
      heardLast = heard.at;
      return heard;
    },

    /** A page that the log knows and of which nothing was heard is viewed, too: a busy browser loses an event. */
    async logged(newestPage: LoadedPage | null): Promise<void> {
      const newest = newestPage?.startedAt ?? null;
      if (newest === null || newest === newestInLog || newest <= (documentStart ?? since)) return;
      const url = await addressOf({ startedAt: newest, url: newestPage?.url ?? null });
      if (url === null) return;
      // A view that the log knows already is another, however soon it was loaded anew.
      const isByEvent = view?.isMove === true || documentStart !== newestInLog;
      if (isByEvent && isSameLoad(view, url, newest)) await isOfDocument(view, newest);
      else {
        const ahead = await aheadOf(newestPage);
        if (view && now() < unheardUntil) {
          passedUnheard = [...passedUnheard, { url: view.url, until: unheardUntil }];
        }
        await viewDocument(url, newest, newest, ahead);
        unheardUntil = now() + SAME_LOAD_MS;
      }
    },

    /** A navigation was heard of, and the log, looked at since, has this newest page. */
    async navigated(url: string, heard: Heard, page: LoadedPage | null): Promise<void> {
      const newest = page?.startedAt ?? null;
      const began = documentStart ?? -Infinity;
      // Its event is late: it is viewed already, and the one after it.
      const late = passedUnheard.findIndex(
        (one) => heard.at < one.until && isSameDocument(one.url, url),
      );
      if (late >= 0 && !isSameDocument(page?.url, url)) {
        passedUnheard = passedUnheard.slice(late + 1);
        return;
      }
      // The log told of it before the event did.
      const isAwaited = heard.at < unheardUntil && isSameDocument(view?.url, url);
      if (isAwaited || isSameDocument(page?.url, url)) unheardUntil = -Infinity;
      // The log has gone on to a later page by now, which is heard of next, and has forgotten this one.
      if (newest !== null && (newest > heard.at || isBefore(page, url, heard.at))) {
        const isViewed =
          isAwaited || (view?.url === url && began > heard.after && began <= heard.at);
        const earliest = Math.max(beforeHeard(heard.at), heard.after);
        // Events come in their order: what is heard of before the event of a view is before that.
        const next = heard.at < unheardUntil ? Math.min(newest, began) : newest;
        if (!isViewed) await viewDocument(url, Math.min(earliest, next - 1), null);
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
      const isNew = newest !== null && newest > began;
      // It is handled later than it was heard of, when the next page may have begun.
      await viewDocument(url, isNew ? newest : heard.at, newest, await aheadOf(page));
    },

    /** The page that was there when recording began; `lastAt` is when it had last been recorded before. */
    async found(page: CurrentPage, newest: number | null, lastAt: number): Promise<void> {
      const isThere = view !== null && beforeHeard(page.loadedAt) <= lastAt;
      if (isThere && !isOtherView(view?.url ?? '', page.url)) {
        // What it fires from now on is still of the view that is known.
        newestInLog = newest;
        return;
      }
      const at = newest ?? (view === null ? since : page.loadedAt);
      await viewDocument(page.url, isThere ? since : at, newest, page);
    },

    /** Goes on with what was viewed last in the tab. */
    goOnWith(last: View | null): void {
      view = last;
      documentStart = last?.startedAt ?? null;
    },

    /** Nothing is viewed yet of what is recorded from this moment on. */
    beginAt(at: number): void {
      passedUnheard = [];
      since = at;
      view = null;
      documentStart = null;
      newestInLog = null;
    },
  };
}

/** Whether a view, begun by an event, is of the document that the log began about then. */
function isSameLoad(view: View | null, url: string, newest: number): view is View {
  return (
    view !== null &&
    isSameDocument(view.url, url) &&
    Math.abs(view.startedAt - newest) < SAME_LOAD_MS
  );
}
