import type { Observation } from './observation';

/** A page whose document was loaded. */
export interface LoadedPage {
  /** Milliseconds since 1970, UTC. */
  readonly startedAt: number;
  /** The address it was loaded from; `null` where the source does not say. */
  readonly url: string | null;
  /** It was loaded ahead, before a person went there. */
  readonly isAhead?: true;
}

/** What a source knows when it is asked. */
export interface Look {
  readonly observations: readonly Observation[];
  /** The page that began last; `null` where the source does not know. */
  readonly newestPage: LoadedPage | null;
  /** The addresses of all requests it knows of, pixels or not. */
  readonly urls: ReadonlySet<string>;
  /** The documents of pages that were told of lately, also of such as were left since. */
  readonly documents?: readonly LoadedPage[];
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

/** The page that began last. */
export function newestOf(pages: readonly LoadedPage[]): LoadedPage | null {
  return pages.reduce<LoadedPage | null>(
    (newest, page) => (newest === null || page.startedAt > newest.startedAt ? page : newest),
    null,
  );
}
