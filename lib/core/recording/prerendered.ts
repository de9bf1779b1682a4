import { z } from '../base/schema';
import { isSameDocument, type PageView } from './page-views';

/**
 * A request of a page that the browser loaded ahead and had not shown when it asked: `ahead` as far as is known, `shown`
 * where the page is known to have been shown since.
 */
export const PrerenderedSchema = z.enum(['ahead', 'shown']);
export type Prerendered = z.infer<typeof PrerenderedSchema>;

/** Whether the request's `Sec-Purpose` says so; the same of what is only fetched ahead (`prefetch`) it is not. */
export function isPrerenderPurpose(secPurpose: string | undefined): boolean {
  return /(?:^|;)\s*prerender(?:;|$)/.test(secPurpose ?? '');
}

/** What several sources told of one request: who knows that its page was shown knows more. */
export function mostPrerendered(
  told: readonly (Prerendered | undefined)[],
): Prerendered | undefined {
  return told.includes('shown') ? 'shown' : told.find((one) => one !== undefined);
}

/** What is asked of a request here. */
interface Asked {
  readonly prerendered?: Prerendered;
  readonly startedAt: number;
  readonly frameUrl: string | null;
}

/**
 * The page view of a request of a page that was loaded ahead: while that was still hidden, another was viewed. `null`
 * where the page was not shown, `undefined` where time is all there is to tell.
 */
export function viewOfPrerendered(
  { prerendered, startedAt, frameUrl }: Asked,
  views: readonly PageView[],
): PageView | null | undefined {
  if (prerendered === undefined) return undefined;
  const own = views.findLast(
    (view) =>
      view.prerenderedAt !== undefined &&
      view.prerenderedAt <= startedAt &&
      startedAt < view.startedAt &&
      (prerendered === 'shown' || isSameDocument(frameUrl, view.url)),
  );
  return own ?? (prerendered === 'shown' ? undefined : null);
}
