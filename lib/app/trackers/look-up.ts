import type { ApiClient } from '../../api/client';
import { trackersById } from '../../api/imptracker';
import { PAGE_SIZE } from '../../api/paging';
import { AppError } from '../../core/base/errors';
import { appendAll } from '../../core/base/long-lists';
import type { Tracker } from '../../core/tracker/tracker';
import type { Database } from '../../store/database';
import { putTrackers } from '../../store/trackers';

/** What the service showed of ids that were met somewhere. */
export interface LookedUp {
  /** How many are trackers, which are kept from now on. */
  readonly found: number;
  /** Those of which it shows none: deleted, another member's, or never there. What cannot be read is there. */
  readonly absent: readonly number[];
}

/** Asks the service for trackers that are not kept here, of whatever advertiser, and keeps what it shows. */
export async function lookUpTrackers(
  client: ApiClient,
  db: Database,
  account: string,
  ids: readonly number[],
): Promise<LookedUp> {
  const asked = [...new Set(ids)];
  let found = 0;
  const absent: number[] = [];
  for (let from = 0; from < asked.length; from += PAGE_SIZE) {
    const lot = asked.slice(from, from + PAGE_SIZE);
    const shown = await show(client, lot);
    await putTrackers(db, account, shown.trackers);
    found += shown.trackers.length;
    appendAll(absent, shown.absent);
  }
  return { found, absent };
}

interface Shown {
  readonly trackers: readonly Tracker[];
  readonly absent: readonly number[];
}

async function show(client: ApiClient, ids: readonly number[]): Promise<Shown> {
  try {
    const { rows, items, total } = await trackersById(client, ids);
    const shown = new Set(rows.flatMap(({ id }) => id ?? []));
    // A list that is cut, or has a row of which not even the id can be read, proves nothing of the others.
    const isWhole = total <= rows.length && rows.every(({ id }) => id !== null);
    return {
      // A service that does not go by the ids gives others, too.
      trackers: items.filter(({ id }) => ids.includes(id)),
      absent: isWhole ? ids.filter((id) => !shown.has(id)) : [],
    };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'not-found') throw error;
    if (ids.length === 1) return { trackers: [], absent: ids };
    // One that is not there may keep the others from being shown.
    const half = Math.ceil(ids.length / 2);
    const [one, other] = [
      await show(client, ids.slice(0, half)),
      await show(client, ids.slice(half)),
    ];
    return {
      trackers: [...one.trackers, ...other.trackers],
      absent: [...one.absent, ...other.absent],
    };
  }
}
