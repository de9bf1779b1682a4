import type { TabLook } from '../../core/recording/visit-watch';
import type { Sight } from '../../core/recording/visit';
import type { WebRequestPhase } from '../../core/recording/web-request';

/** What a page says of itself: `refused` where it may not be asked, `silent` where it does not answer. */
export type PageWord = { readonly sight: Sight } | 'refused' | 'silent';

/** The browser as it visits pages: in a window of its own, one tab at a time, always the active one. */
export interface VisitBrowser {
  /** Whether the person has granted what it takes: `webRequest` and all sites. */
  isAllowed(): Promise<boolean>;
  /** Opens the window, in the place of one that a stopped worker left; gives its empty tab. */
  openWindow(): Promise<number>;
  closeWindow(): Promise<void>;
  /** Calls back with what `webRequest` tells of a tab and of requests of no tab; returns how to stop. */
  listen(tabId: number, listener: (phase: WebRequestPhase, details: unknown) => void): () => void;
  /** Loads a page. Fails where the browser does not even try. */
  go(tabId: number, url: string): Promise<void>;
  /** How the tab looks; `null` where it is gone. */
  look(tabId: number): Promise<TabLook | null>;
  /** Goes down to the end of the page, where many ads are loaded only once they come into sight. */
  goDown(tabId: number): void;
  ask(tabId: number): Promise<PageWord>;
  /** Leaves the page for an empty tab, whose id it gives; `null` where the window is gone. */
  leave(tabId: number): Promise<number | null>;
}
