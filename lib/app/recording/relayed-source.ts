import type { RequestSource } from '../../core/recording/source';
import { siteOf } from '../../core/recording/site-of';
import type { WebRequestEvent } from '../../core/recording/web-request';
import { createWebRequestReading } from '../../core/recording/web-request-reading';
import { isOfTab } from '../../core/recording/web-request-tab';
import type { CurrentPage } from './current-page';

export interface RelayedParts {
  readonly tabId: number;
  /** Calls back with what the background is told of pixels, in whatever tab. */
  readonly onEvent: (listener: (event: WebRequestEvent) => void) => void;
  readonly page: {
    onNavigated(listener: (url: string) => void): void;
    current(): Promise<CurrentPage | null>;
  };
}

/** Of so many sites that were visited last, what no tab has may be: a page that was just left, and the one that is there. */
const SITES = 2;

/**
 * `webRequest` as a source of the requests of one tab. The background listens and passes on; what is of this tab, and
 * what is of no tab but of its site, is taken. It tells all at once, and knows nothing more when it is asked.
 */
export function createRelayedSource({ tabId, onEvent, page }: RelayedParts): RequestSource {
  const reading = createWebRequestReading();
  let sites: readonly string[] = [];
  const visit = (url: string) => {
    const site = siteOf(url);
    if (site !== null) sites = [...sites.filter((one) => one !== site), site].slice(-SITES);
  };
  return {
    onObserved(listener) {
      page.onNavigated(visit);
      void page.current().then((current) => current && visit(current.url));
      onEvent((event) => {
        const isOwn = isOfTab(event, { id: tabId, sites: new Set(sites) });
        if (isOwn || reading.isOpen(event.requestId)) listener(reading.hear(event));
      });
    },
    look: async () => ({ observations: [], newestPage: null, urls: new Set() }),
  };
}
