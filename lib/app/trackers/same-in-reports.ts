import { type SameFound, NAMED_SAME } from '../../core/tracker/same-found';
import { type InReports, othersInReports } from '../../core/tracker/same-in-reports';
import type { Database } from '../../store/database';
import { readSync } from '../../store/syncs';
import { listTrackers } from '../../store/trackers';

/** Looks among an advertiser's cached trackers for those that reports could not tell from what is typed. */
export async function findSameInReports(
  db: Database,
  account: string,
  advertiserId: number,
  typed: InReports,
  trackerId: number | null,
): Promise<SameFound> {
  const [{ rows, unreadable }, sync] = await Promise.all([
    listTrackers(db, account, advertiserId),
    readSync(db, account, advertiserId),
  ]);
  const others = othersInReports(rows, typed, trackerId);
  const isAll = unreadable + sync.unreadable.length + sync.withheld === 0;
  return {
    named: others.slice(0, NAMED_SAME).map(({ id, name }) => ({ id, name })),
    count: others.length,
    isWhole: sync.completedAt !== null && isAll,
  };
}
