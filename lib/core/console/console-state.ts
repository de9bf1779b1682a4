/**
 * How it stands with a console's host: `on`, `off`, or `withheld`: turned on here, but the browser
 * gives no access (Firefox may at any time; so does "on click" in Chrome).
 */
export type ConsoleState = 'on' | 'off' | 'withheld';

export interface ConsoleStates {
  /** By match pattern. */
  readonly states: Readonly<Record<string, ConsoleState>>;
  /** Whether the service's own host is open to us; without it nothing works. */
  readonly isApiGranted: boolean;
}
