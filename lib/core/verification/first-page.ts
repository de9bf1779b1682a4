import type { PageView } from '../recording/page-views';
import type { Verification } from './verification';

/**
 * Whether the only page loaded since recording began, or went on, is one whose requests the browser may have kept
 * to itself: Firefox' DevTools now and then tell of none, neither by event nor in the log.
 */
export function isFirstPageUnsure(
  { mayMissFirstPage, openedAfterLoad, gaps }: Verification,
  pageViews: readonly PageView[],
): boolean {
  if (mayMissFirstPage !== true) return false;
  const since = gaps?.at(-1)?.to ?? null;
  const loaded = pageViews.filter(
    ({ isMove, startedAt }) => isMove !== true && startedAt >= (since ?? -Infinity),
  );
  const wereThere = since === null && openedAfterLoad ? 1 : 0;
  return loaded.length - wereThere === 1;
}
