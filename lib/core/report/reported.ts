import type { Tracker } from '../tracker/tracker';
import type { Reported } from '../verification/passport/reported';
import { openedReport } from './opened';
import { numberOf, periodOf } from './period-count';
import type { Report } from './report';
import { totalOf } from './series-total';

/**
 * What a report counted of a tracker, by the trackers of its advertiser that are kept; `null` where it has no row that
 * is told to be its own. That it has none does not say that none was counted.
 */
export function reportedOf(
  report: Report,
  trackers: readonly Tracker[],
  trackerId: number,
): Reported | null {
  const opened = openedReport(report, trackers).trackers;
  const found = opened.find(({ trackerIds }) => trackerIds.includes(trackerId));
  if (!found) return null;
  const { by, first, counts } = found.impressions;
  const { sum, unknown } = totalOf({ counts });
  const at = counts.findIndex((count) => count !== null && count > 0);
  return {
    reportId: report.id,
    at: report.askedAt,
    trackerIds: found.trackerIds,
    ...report.span,
    timeZone: report.question.timeZone,
    impressions: sum,
    unknown,
    by,
    from: at < 0 ? null : periodOf(numberOf(first, by) + at, by).slice(0, 10),
  };
}
