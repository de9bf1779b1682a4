import { REPORTED_IN_PASSPORT } from '../../core/base/limits';
import { reportedOf } from '../../core/report/reported';
import type { Reported } from '../../core/verification/passport/reported';
import type { Database } from '../../store/database';
import { listReports, readReport } from '../../store/reports';
import { findTrackers, listTrackers } from '../../store/trackers';

/**
 * What the newest kept reports of its advertiser counted of a tracker, newest first. Of one that is not kept here
 * nothing can be told: reports know no tracker.
 */
export async function reportedFor(
  db: Database,
  account: string,
  trackerId: number,
): Promise<readonly Reported[]> {
  const [tracker] = await findTrackers(db, account, [trackerId]);
  if (!tracker) return [];
  const { advertiserId } = tracker;
  const { rows } = await listReports(db, account);
  const own = rows.filter(({ question }) => question.advertiserId === advertiserId);
  if (own.length === 0) return [];
  const trackers = (await listTrackers(db, account, advertiserId)).rows;
  const found: Reported[] = [];
  // One after the other: each may be large.
  for (const { id } of own) {
    const report = await readReport(db, account, id);
    const reported = report && reportedOf(report, trackers, trackerId);
    if (reported) found.push(reported);
    if (found.length === REPORTED_IN_PASSPORT) break;
  }
  return found;
}
