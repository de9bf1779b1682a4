import type { VerificationModel } from '@/components/verification/verification-model';

/** The tab beside the side panel. */
export interface WatchedTab {
  readonly id: number;
  /** Scheme, host and port of its page; `null` where that may not be known, or is closed to extensions. */
  readonly site: string | null;
}

/** A model of what is recorded in a tab, until it is closed. */
export interface OpenedTab {
  readonly model: VerificationModel;
  readonly close: () => void;
}

/** What the side panel can do. The entrypoint plugs in the browser; a test plugs in fakes. */
export interface SidePanelActions {
  /** The tab that is shown in its window; `null` where there is none. */
  tab(): Promise<WatchedTab | null>;
  /** Calls back when another tab is shown, another page is in it, or what is recorded changes. */
  onChange(listener: () => void): void;
  /** Whether pages of a site are recorded without DevTools. */
  isRecorded(site: string): Promise<boolean>;
  /** Whether anybody records the tab now, DevTools or the background. */
  isBeingRecorded(tabId: number): Promise<boolean>;
  /**
   * Has a site recorded. Asks for it, or for all sites, which frames of others need: to be called in the person's own
   * click.
   */
  turnOn(site: string, withFrames: boolean): Promise<void>;
  turnOff(site: string): Promise<void>;
  openTab(tabId: number): OpenedTab;
}
