import type { CheckedRequest } from '@/lib/core/verification/checked-request';

/** One tracker on one page view. */
export interface OnlyOf {
  readonly viewId: string;
  readonly trackerId: number;
}

/** The requests of one tracker on one page view, or all. */
export function rowsOf(
  rows: readonly CheckedRequest[],
  only: OnlyOf | null,
): readonly CheckedRequest[] {
  if (only === null) return rows;
  return rows.filter(
    ({ pageView, trackerId }) => pageView?.id === only.viewId && trackerId === only.trackerId,
  );
}
