export interface ConsoleOffer {
  readonly host: string;
  /** Whether the small button already comes up there by itself. */
  readonly enabled: boolean;
}

/** What the popup can do on the page beside it. */
export interface ConsoleActions {
  consoleOffer(): Promise<ConsoleOffer | null>;
  /**
   * Shows what is recorded on the page beside the popup, in the side panel: to be called in the person's own click. `null`
   * where the browser has none.
   */
  readonly openSidePanel: (() => void) | null;
  /** Opens the builder in the tab beside the popup; the popup closes. */
  buildHere(): Promise<void>;
  /** Asks for the console's host; must be called in the person's own click. */
  enableConsole(host: string): Promise<void>;
}
