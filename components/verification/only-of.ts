import type { CheckedRequest } from '@/lib/core/verification/checked-request';

/** One tracker on one page view. */
export interface OnlyOf {
  readonly viewId: string;
  readonly trackerId: number;
}

/** Which requests there is something to show of: of these trackers, of one on one page view; `null` for all. */
export function onlyThese(
  ids: ReadonlySet<number> | null,
  only: OnlyOf | null,
): ((row: CheckedRequest) => boolean) | null {
  if (ids === null && only === null) return null;
  return ({ pageView, trackerId }) =>
    (ids?.has(trackerId ?? NaN) ?? true) &&
    (only === null || (pageView?.id === only.viewId && trackerId === only.trackerId));
}
