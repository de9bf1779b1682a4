import type { BuilderSession } from './session';

/** What the builders need of the browser around them. */
export interface BuilderPorts {
  /** Kept as long as the browser runs, so that a stopped worker forgets no builder. */
  readonly store: {
    read(): Promise<readonly BuilderSession[]>;
    write(sessions: readonly BuilderSession[]): Promise<void>;
  };
  newToken(): string;
  /** The frame whose field has the focus; 0 where there is none. */
  focusedFrame(tabId: number): Promise<number>;
  /** Brings the scripts that read and fill fields, and that place builders, into a frame. */
  inject(tabId: number, frameId: number): Promise<void>;
  /** Asks one frame's scripts; `null` where nobody answers: the page has gone on to another. */
  ask(tabId: number, frameId: number, message: object): Promise<unknown>;
  /** Opens the builder's page in a small window beside the tab's. */
  openWindow(token: string, tabId: number): Promise<void>;
  /** Closes the tab of that window, and so the window. */
  closeWindow(tabId: number): Promise<void>;
  /** Brings a tab and its window to the front; done once it is there. */
  showTab(tabId: number): Promise<void>;
  /** The address of a tab, where we may see it. */
  addressOf(tabId: number): Promise<string | null>;
  readonly title: string;
}
