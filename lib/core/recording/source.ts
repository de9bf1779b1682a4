import type { Observation } from './observation';

/** What a source knows when it is asked. */
export interface Look {
  readonly observations: readonly Observation[];
  /** When the newest page began, in milliseconds since 1970; `null` where the source does not know. */
  readonly newestPageStart: number | null;
  /** The addresses of all requests it knows of, pixels or not. */
  readonly urls: ReadonlySet<string>;
}

/**
 * Whatever tells of requests: the one thing to write for another way of seeing them. It translates, and
 * leaves out nothing that was told before: joining is not its business.
 */
export interface RequestSource {
  /** Calls back with what it sees, as it sees it: at each request, also with nothing, as a sign of life. */
  onObserved(listener: (observations: readonly Observation[]) => void): void;
  /** All it knows by now. */
  look(): Promise<Look>;
}
