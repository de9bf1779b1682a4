import type { RequestSource } from '../../core/recording/source';
import { siteOf } from '../../core/recording/site-of';
import type { WebRequestEvent } from '../../core/recording/web-request';
import { createWebRequestReading } from '../../core/recording/web-request-reading';
import { isOfTab, mayBeOfKind, type TabKind } from '../../core/recording/web-request-tab';
import type { CurrentPage } from './current-page';

export interface RelayedParts {
  readonly tabId: number;
  /** Whether the tab is in a private window; absent where that is not known before its requests tell. */
  readonly isPrivate?: boolean;
  /** Calls back with what the background is told of pixels, in whatever tab. */
  readonly onEvent: (listener: (event: WebRequestEvent) => void) => void;
  readonly page: {
    onNavigated(listener: (url: string) => void): void;
    current(): Promise<CurrentPage | null>;
  };
}

/** Of so many sites that were visited last, what no tab has may be: a page that was just left, and the one that is there. */
const SITES = 2;

/** So many events of private windows wait at most. */
const MAX_WAITING = 100;

/**
 * `webRequest` as a source of the requests of one tab. The background listens and passes on; what is of this tab, and
 * what is of no tab but of its site, is taken. It tells all at once, and knows nothing more when it is asked.
 */
export function createRelayedSource({
  tabId,
  isPrivate,
  onEvent,
  page,
}: RelayedParts): RequestSource {
  const reading = createWebRequestReading();
  let sites: readonly string[] = [];
  let kind: TabKind = isPrivate === undefined ? {} : { isPrivate };
  /** Of private windows, until it is known whether the tab is in one. */
  let waiting: readonly WebRequestEvent[] = [];
  const visit = (url: string) => {
    const site = siteOf(url);
    if (site !== null) sites = [...sites.filter((one) => one !== site), site].slice(-SITES);
  };
  return {
    onObserved(listener) {
      page.onNavigated(visit);
      void page.current().then((current) => current && visit(current.url));
      const take = (event: WebRequestEvent) => {
        const isOpen = reading.isOpen(event.requestId);
        if (!isOpen && !isOfTab(event, { id: tabId, sites: new Set(sites) })) return;
        const isKind = isOpen || event.tabId !== null || mayBeOfKind(event, kind);
        if (isKind === 'later') waiting = [...waiting, event].slice(-MAX_WAITING);
        else if (isKind) listener(reading.hear(event));
      };
      onEvent((event) => {
        if (event.tabId === tabId) {
          kind = { ...kind, ...kindOf(event) };
          const before = kind.isPrivate === undefined ? [] : waiting;
          if (before.length > 0) waiting = [];
          for (const one of before) take(one);
        }
        take(event);
      });
    },
    look: async () => ({ observations: [], newestPage: null, urls: new Set() }),
  };
}

function kindOf({ isPrivate, cookieStore }: WebRequestEvent): TabKind {
  return {
    ...(isPrivate !== undefined && { isPrivate }),
    ...(cookieStore !== undefined && { cookieStore }),
  };
}
