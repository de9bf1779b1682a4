import type { CheckedRequest } from '@/lib/core/verification/checked-request';

/** So far from where it was a row is looked for first: rows come in one by one. */
const NEAR = 64;

/** Where a request stands in a list, -1 where it does not; `near` is where it stood before. */
export function indexOfKey(rows: readonly CheckedRequest[], key: string, near: number): number {
  const isAt = (index: number) => rows[index]?.request.key === key;
  for (let away = 0; away <= NEAR; away += 1) {
    if (isAt(near + away)) return near + away;
    if (isAt(near - away)) return near - away;
  }
  return rows.findIndex((row) => row.request.key === key);
}
