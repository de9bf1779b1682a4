import { firstIndex } from '@/lib/core/base/first-index';
import { redirectTarget } from '@/lib/core/recording/redirect-target';
import { byStart } from '@/lib/core/recording/in-order';
import type { CheckedRequest } from '@/lib/core/verification/checked-request';
import type { ListColumn, ListSort } from '@/lib/core/verification/list-layout';
import { statusText, typeText, viewName } from '@/lib/text/verification/verification';

import { parametersText } from './cell-texts';

type Order = (a: CheckedRequest, b: CheckedRequest) => number;

/** With so many changes at once all are put in order anew. */
const MANY = 500;

/** By what a column is sorted: numbers by size, words by letters; what there is none of comes last. */
const KEYS: Readonly<Record<ListColumn, (row: CheckedRequest) => number | string | null>> = {
  time: ({ request }) => request.startedAt,
  id: ({ trackerId, request }) => trackerId ?? request.url.id,
  tracker: ({ tracker }) => tracker?.name.toLocaleLowerCase() ?? null,
  type: ({ request }) => typeText(request.url.t),
  parameters: (row) => parametersText(row),
  status: ({ request }) => statusText(request),
  page: ({ pageView }) => pageView && viewName(pageView),
  frame: ({ request }) => request.frameUrl,
  cachebuster: ({ request }) => request.url.cachebuster,
  redirect: ({ request }) => redirectTarget(request),
  duration: ({ request }) => request.duration,
  findings: (row) => gravityOf(row),
};

/**
 * Puts requests in order, and keeps them so as more come: of a hundred thousand only those are placed that are new or
 * of which more is known.
 */
export function createRowOrder(): (
  rows: readonly CheckedRequest[],
  sort: ListSort,
) => readonly CheckedRequest[] {
  let before: readonly CheckedRequest[] = [];
  let sorted: CheckedRequest[] = [];
  let by: string | null = null;
  return (rows, sort) => {
    if (sort === null) {
      [before, sorted, by] = [[], [], null];
      return rows;
    }
    const order = orderBy(sort);
    const wanted = JSON.stringify(sort);
    const same = by === wanted ? commonStart(before, rows) : 0;
    const gone = before.slice(same);
    const added = rows.slice(same);
    if (by !== wanted || gone.length + added.length > MANY) sorted = rows.toSorted(order);
    else {
      sorted = [...sorted];
      for (const row of gone) {
        const at = firstIndex(sorted, (one) => order(one, row) >= 0);
        if (sorted[at] === row) sorted.splice(at, 1);
      }
      for (const row of added)
        sorted.splice(
          firstIndex(sorted, (one) => order(one, row) > 0),
          0,
          row,
        );
    }
    // The list of all goes on with the recording, so that what it was is kept apart.
    before = [...rows];
    by = wanted;
    return sorted;
  };
}

function orderBy({ column, isDescending }: NonNullable<ListSort>): Order {
  const keys = new WeakMap<CheckedRequest, number | string | null>();
  const keyOf = (row: CheckedRequest) => {
    const known = keys.get(row);
    if (known !== undefined) return known;
    const made = KEYS[column](row);
    keys.set(row, made);
    return made;
  };
  const sign = isDescending ? -1 : 1;
  return (a, b) => {
    const [one, other] = [keyOf(a), keyOf(b)];
    if (one === other) return byStart(a.request, b.request);
    if (one === null) return 1;
    if (other === null) return -1;
    if (typeof one !== typeof other) return typeof one === 'number' ? -sign : sign;
    return (one < other ? -1 : 1) * sign;
  };
}

const WEIGHT = { error: 1_000_000, warning: 1_000, info: 1 };

/** The graver, the higher; of such as are alike, the more. */
function gravityOf({ findings }: CheckedRequest): number {
  return findings.reduce((sum, { severity }) => sum + WEIGHT[severity], 0);
}

function commonStart<T>(before: readonly T[], after: readonly T[]): number {
  const most = Math.min(before.length, after.length);
  let index = 0;
  while (index < most && before[index] === after[index]) index += 1;
  return index;
}
