import { leastOf } from '../base/long-lists';
import { firstIndex } from '../base/first-index';
import { z } from '../base/schema';
import { VisitSchema } from './visit';

/** How a page went on without loading a document, as it was kept before each was a view of its own. */
const MoveSchema = z.object({ url: z.string(), at: z.number() });

/** What a person sees as one page: a document that was loaded, or what it moved on to (`pushState`). */
export const PageViewSchema = z.object({
  id: z.string(),
  verificationId: z.string(),
  /** Empty where a file does not say it. */
  url: z.string(),
  /** The document's own title, where nothing else is known. */
  title: z.exactOptional(z.string()),
  /** Milliseconds since 1970, UTC: what began from then on belongs to this view. */
  startedAt: z.number(),
  /** Where the browser loaded it ahead, when it began to; what it asked for until it was shown is of it, too. */
  prerenderedAt: z.exactOptional(z.number()),
  /** The document before it went on to it: no other was loaded. */
  isMove: z.exactOptional(z.boolean()),
  moves: z.exactOptional(z.array(MoveSchema)),
  /** Absent where a person went there, or a program outside the browser. */
  visit: z.exactOptional(VisitSchema),
});
export type PageView = z.infer<typeof PageViewSchema>;

/** The views that were kept as one: a document, and each address it moved on to. */
export function viewsIn({ moves = [], ...view }: PageView): readonly PageView[] {
  const moved = moves.map(({ url, at }, index) => ({
    ...view,
    id: `${view.id} ${index + 1}`,
    url,
    startedAt: at,
    isMove: true,
  }));
  return [view, ...moved];
}

/**
 * Finds the page view of a moment: the last one that started at or before it. HAR's own `pageref`
 * is no help: frames of other sites lack it and Firefox sets it late (peers' study, 6a and 6f).
 */
export function createPageViewFinder(
  pageViews: readonly PageView[],
): (at: number) => PageView | null {
  const sorted = sortPageViews(pageViews);
  return (at) => sorted[firstIndex(sorted, ({ startedAt }) => startedAt > at) - 1] ?? null;
}

/** When the document of a moment was left for another, in milliseconds since 1970; `Infinity` while it is there. */
export function leftAt(pageViews: readonly PageView[], at: number): number {
  const next = pageViews.filter(({ startedAt, isMove }) => startedAt > at && isMove !== true);
  return leastOf(next.map(({ startedAt }) => startedAt));
}

/** The browser tells of a new view only after it began, when what it fires may have begun, too. */
const HEARD_LATE_MS = 500;

/** When a view began, in milliseconds since 1970, of which no more is known than when it was heard of. */
export function beforeHeard(heardAt: number): number {
  return heardAt - HEARD_LATE_MS;
}

/**
 * Whether a document that goes from one address to another shows another view: at another path, a route
 * behind `#/` or `#!`, or a parameter that is new. Another part of the same view (`#part`) is none, nor are
 * parameters that are tidied away.
 */
export function isOtherView(from: string, to: string): boolean {
  const [before, after] = [partsOf(from), partsOf(to)];
  if (before.path !== after.path || before.route !== after.route) return true;
  // A page may write a million of them.
  const known = new Set(before.parameters);
  return after.parameters.some((one) => !known.has(one));
}

/** Whether two addresses are of one document: all but the part of it (`#part`) is the same. */
export function isSameDocument(one: string | null | undefined, other: string): boolean {
  return typeof one === 'string' && withoutFragment(one) === withoutFragment(other);
}

export function withoutFragment(url: string): string {
  return url.replace(/#.*$/s, '');
}

function partsOf(url: string) {
  const [, path = '', query = '', fragment = ''] =
    /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(url) ?? [];
  return {
    path,
    route: /^(?:\/|!)/.test(fragment) ? fragment : '',
    parameters: query.split('&').filter(Boolean),
  };
}

/** Page views in the order in which they started. */
export function sortPageViews(pageViews: readonly PageView[]): readonly PageView[] {
  return pageViews.toSorted((a, b) => a.startedAt - b.startedAt);
}
