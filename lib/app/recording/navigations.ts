import { leastOf } from '../../core/base/long-lists';
import { isSameDocument } from '../../core/recording/page-views';
import type { LoadedPage } from '../../core/recording/source';

/** A navigation that was heard of. */
export interface Heard {
  readonly url: string;
  /** When it was heard of, and when the one before it, in milliseconds since 1970. */
  readonly at: number;
  readonly after: number;
}

/** A document that is viewed by what was told of its loading: its navigation may still be heard of, until then. */
interface Awaited {
  readonly url: string;
  readonly startedAt: number;
  readonly until: number;
}

/** Where a navigation led, by the log or by another word. */
interface Led extends LoadedPage {
  readonly isInLog: boolean;
}

/** The log and the event tell of the start of one document by two clocks, this far apart at most, in milliseconds. */
export const SAME_START_MS = 50;
/** A navigation that is not heard of within so many milliseconds never is. */
const HEARD_WITHIN_MS = 1000;
/** Nobody goes through more pages while one is looked at; a page that makes thousands of moves might. */
const MAX_AWAITED = 100;

/**
 * The navigations of one tab, in the order in which they were heard of, beside the documents that were told of as
 * loaded: which of them are one. Either may come first, and while one is looked at, more of both come.
 */
export function createNavigations() {
  // A page may make more moves than are looked at in time.
  const waiting = new Set<Heard>();
  let awaited: readonly Awaited[] = [];
  let heardLast = -Infinity;
  const pages = new Map<Heard, Led>();

  return {
    hear(url: string, at: number): Heard {
      const heard = { url, at, after: heardLast };
      heardLast = at;
      waiting.add(heard);
      return heard;
    },

    /**
     * Finds the navigation, heard of and not looked at yet, to a document that was told of as loaded: the first that was
     * heard of since it began. Says whether there is one. The log's word on when it began is taken before another's.
     */
    match(page: LoadedPage, isInLog: boolean): boolean {
      const { url, startedAt } = page;
      if (url === null) return false;
      const own = [...waiting].filter((heard) => isSameDocument(url, heard.url));
      const known = own.find((heard) => isSameStart(pages.get(heard), startedAt));
      const found =
        known ?? own.find((heard) => heard.at >= startedAt && !pages.has(heard)) ?? null;
      if (found === null) return false;
      if (isInLog || known === undefined) pages.set(found, { ...page, isInLog });
      return true;
    },

    /** A navigation is looked at now: the document that it led to, where that was told of. */
    take(heard: Heard): Led | null {
      const page = pages.get(heard) ?? null;
      pages.delete(heard);
      waiting.delete(heard);
      return page;
    },

    /** Whether another was heard of by now. */
    hasLater: () => waiting.size > 0,

    /** A document is viewed whose navigation was not heard of yet. */
    expect(url: string, startedAt: number, now: number): void {
      awaited = [...awaited, { url, startedAt, until: now + HEARD_WITHIN_MS }].slice(-MAX_AWAITED);
    },

    /** Whether this navigation is one that was awaited; those before it are not heard of any more. */
    isAwaited({ url, at }: Heard): boolean {
      const index = awaited.findIndex((one) => at < one.until && isSameDocument(one.url, url));
      if (index >= 0) awaited = awaited.slice(index + 1);
      return index >= 0;
    },

    /** Whether the navigation of a document that is viewed may still be heard of. */
    isAwaiting: (at: number): boolean => awaited.some(({ until }) => at < until),

    /** When the first document began, as far as is known, of those whose navigations come next; `Infinity` where none does. */
    nextBegan(at: number): number {
      const expected = awaited.find(({ until }) => at < until)?.startedAt ?? Infinity;
      return Math.min(expected, leastOf([...pages.values()].map(({ startedAt }) => startedAt)));
    },

    /** What is awaited is of a recording before. */
    forgetAwaited(): void {
      awaited = [];
    },
  };
}

function isSameStart(one: LoadedPage | undefined, startedAt: number): boolean {
  return one !== undefined && Math.abs(one.startedAt - startedAt) < SAME_START_MS;
}
