import type { Evidence } from '../evidence';
import { periodOf } from '../period-count';
import { pointsOf, without } from './curves';
import { inactiveBy } from './known-inactive';
import { notSeen, SURE, type Case, type Look } from './look';
import { silentRuns } from './silent-runs';

/** One side begins to count, or ends, some days before the other. */
export function lookAtDifferentDays({ curves, facts }: Case): Look<'different-days'> {
  const pair = curves.days;
  const points = pointsOf(pair);
  if (points.length === 0) return notSeen('cannot-tell', {});
  const atEdges = silentRuns(pair).filter(({ isStart, isEnd }) => isStart || isEnd);
  const runs = atEdges.filter(
    (run) => run.isStart !== run.isEnd && inactiveBy(run, pair, facts) === null,
  );
  if (runs.length === 0) return notSeen(atEdges.length === 0 ? 'ruled-out' : 'not-ruled-out', {});
  const evidence: Evidence['different-days'] = {};
  for (const run of runs) {
    const days = run.to - run.from + 1;
    if (run.isStart) {
      evidence.start = days;
      evidence.startMissing = run.missing;
      evidence.startDay = periodOf(pair.first + run.to + 1, 'day');
    } else {
      evidence.end = days;
      evidence.endMissing = run.missing;
      evidence.endDay = periodOf(pair.first + run.from - 1, 'day');
    }
  }
  const gone = new Set(runs.flatMap(({ days }) => days));
  return {
    kind: 'seen',
    sure: SURE.figures,
    evidence,
    left: { days: without(pair, gone), hours: curves.hours },
  };
}
