import { firstIndex } from '../base/first-index';
import { z } from '../base/schema';

const MoveSchema = z.object({
  url: z.string(),
  /** Milliseconds since 1970, UTC: what began from then on belongs to the new view. */
  at: z.number(),
});

/** One load of a document in the tab. */
export const PageViewSchema = z.object({
  id: z.string(),
  verificationId: z.string(),
  url: z.string(),
  /** Milliseconds since 1970, UTC: when the browser began to load the document. */
  startedAt: z.number(),
  /** Where the page moved on to without loading a document (`pushState`), in the order of time. */
  moves: z.exactOptional(z.array(MoveSchema)),
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
  return (at) => sorted[firstIndex(sorted, ({ startedAt }) => startedAt > at) - 1] ?? null;
}

/** A page that moves more often is no application but a ticker; what it does further is not kept. */
const MAX_MOVES = 1000;
/** The browser tells of a new view only after it began, when what it fires may have begun, too. */
const HEARD_LATE_MS = 500;

/** When a view began, in milliseconds since 1970, of which no more is known than when it was heard of. */
export function beforeHeard(heardAt: number): number {
  return heardAt - HEARD_LATE_MS;
}

/**
 * A page view that moved to another address, as heard at a moment. Another part of the same view
 * (`#`, a parameter) is no move: `null`.
 */
export function withMove(pageView: PageView, url: string, heardAt: number): PageView | null {
  const { moves = [] } = pageView;
  const last = moves.at(-1);
  if (pathOf(url) === pathOf(last?.url ?? pageView.url) || moves.length >= MAX_MOVES) return null;
  const at = Math.max(beforeHeard(heardAt), last?.at ?? pageView.startedAt);
  return { ...pageView, moves: [...moves, { url, at }] };
}

/** How often the page had moved on by a moment: an impression counts once in each of its views. */
export function movesBefore({ moves = [] }: PageView, at: number): number {
  return moves.length === 0 ? 0 : firstIndex(moves, (move) => move.at > at);
}

function pathOf(url: string): string {
  return url.replace(/[?#].*$/s, '');
}

/** Page views in the order in which they started. */
export function sortPageViews(pageViews: readonly PageView[]): readonly PageView[] {
  return pageViews.toSorted((a, b) => a.startedAt - b.startedAt);
}
