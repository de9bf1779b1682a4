import { z } from '../base/schema';

/** One load of a document in the tab. A move within the document (`pushState`) is none. */
export const PageViewSchema = z.object({
  id: z.string(),
  verificationId: z.string(),
  url: z.string(),
  /** Milliseconds since 1970, UTC: when the browser began to load the document. */
  startedAt: z.number(),
});
export type PageView = z.infer<typeof PageViewSchema>;

/**
 * Finds the page view of a moment: the last one that started at or before it. HAR's own `pageref`
 * is no help: frames of other sites lack it and Firefox sets it late (peers' study, 6a and 6f).
 */
export function createPageViewFinder(
  pageViews: readonly PageView[],
): (at: number) => PageView | null {
  const sorted = sortPageViews(pageViews);
  return (at) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sorted[middle]?.startedAt ?? Infinity) <= at) low = middle + 1;
      else high = middle;
    }
    return sorted[low - 1] ?? null;
  };
}

/** Page views in the order in which they started. */
export function sortPageViews(pageViews: readonly PageView[]): readonly PageView[] {
  return pageViews.toSorted((a, b) => a.startedAt - b.startedAt);
}
