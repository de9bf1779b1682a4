/** The page that is in the tab by now. */
export interface CurrentPage {
  readonly url: string;
  /** When the browser began to load its document, in milliseconds since 1970. */
  readonly loadedAt: number;
  /** Where it was loaded ahead, how long it was there until it was shown, in milliseconds. */
  readonly shownAfter?: number | null | undefined;
}

/** A page that can hold pixels. */
export function pageIn(current: CurrentPage | null): CurrentPage | null {
  return current !== null && holdsPixels(current.url) ? current : null;
}

/** Whether a page at this address can hold pixels. */
export function holdsPixels(url: string): boolean {
  return /^(https?|file):/.test(url);
}
