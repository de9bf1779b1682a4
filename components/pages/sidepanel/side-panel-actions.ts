import type { VerificationModel } from '@/components/verification/verification-model';
import type { AccessAnswer } from '@/lib/core/recording/access-answer';

/** The tab beside the side panel. */
export interface WatchedTab {
  readonly id: number;
  /** Scheme, host and port of its page; `null` where that may not be known, or is closed to extensions. */
  readonly site: string | null;
  /** In a private window, where nothing is recorded without DevTools. */
  readonly isPrivate?: boolean;
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
  /** Calls back when another tab is shown, another page is in it, or what is recorded or allowed changes. */
  onChange(listener: () => void): void;
  /** Whether pages of a site are recorded without DevTools; `later` from the next start of the browser. */
  isRecorded(site: string): Promise<'yes' | 'no' | 'later'>;
  /** Whether anybody records the tab now, DevTools or the background. */
  isBeingRecorded(tabId: number): Promise<boolean>;
  /**
   * Has a site recorded. Asks for it, or for all sites, which frames of others need: to be called in the person's own
   * click. Gives how they answered; unless they allow it nothing has changed.
   */
  turnOn(site: string, withFrames: boolean): Promise<AccessAnswer>;
  turnOff(site: string): Promise<void>;
  openTab(tabId: number): OpenedTab;
}
