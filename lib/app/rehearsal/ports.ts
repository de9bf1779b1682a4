import type { Lease } from '../../core/rehearsal/lease';
import type { RehearsalRule } from '../../core/rehearsal/rules';

/** The browser as rehearsals need it. */
export interface RehearsalPorts {
  /** The address of the extension's own files, as the browser names it in an answer. */
  readonly origin: string;
  /** `false` where this browser cannot rehearse. */
  readonly isPossible: boolean;
  /** What is not granted, in the words of the manifest. */
  missing(): Promise<readonly string[]>;
  /** What outlives the worker, and not the browser. */
  readonly store: {
    read(): Promise<readonly Lease[]>;
    write(leases: readonly Lease[]): Promise<void>;
  };
  /** Puts these rules in the place of all that are there, in one step. */
  setRules(rules: readonly RehearsalRule[]): Promise<void>;
  /** The host of the web page in a tab; `null` where it shows none. */
  hostOf(tabId: number): Promise<string | null>;
  /** The hosts of the web pages in all other tabs. */
  hostsBeside(tabIds: readonly number[]): Promise<readonly string[]>;
  /** Asks for an address, from the page in a tab and from the worker: where each came to, or anything else. */
  askFor(tabId: number, address: string): Promise<readonly [page: unknown, worker: unknown]>;
  /** Shows at the toolbar button of a tab whether it is rehearsed. */
  mark(tabId: number, isOn: boolean): Promise<void>;
  /**
   * Has `tick` called at a moment, in milliseconds since 1970, in the place of the one before, and `shows` until then;
   * `null` for neither.
   */
  attend(until: number | null): void;
  newToken(): string;
  now(): number;
  /** Shows the window that asks for what is missing. */
  openAccess(): Promise<void>;
}
