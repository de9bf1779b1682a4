import { periodOf } from '../period-count';
import { pointsOf, without } from './curves';
import { inactiveBy } from './known-inactive';
import { notSeen, SURE, type Case, type Look } from './look';
import { silentRuns } from './silent-runs';

/** The tracker was inactive, and nothing was counted for whole days. */
export function lookAtInactive({ curves, facts }: Case): Look<'inactive-meanwhile'> {
  const pair = curves.days;
  if (pointsOf(pair).length === 0) return notSeen('cannot-tell', {});
  const silent = silentRuns(pair).filter(({ missing }) => missing === 'monetize');
  const known = silent.flatMap((run) => {
    const by = inactiveBy(run, pair, facts);
    return by === null ? [] : [{ run, by }];
  });
  const namesOf = (runs: readonly { days: readonly number[] }[]) =>
    runs.flatMap(({ days }) => days.map((at) => periodOf(pair.first + at, 'day'))).toSorted();
  if (silent.length === 0) return notSeen('ruled-out', {});
  if (known.length === 0) return notSeen('not-ruled-out', { days: namesOf(silent) });
  const bySwitch = known.every(({ by }) => by === 'switched');
  const runs = known.map(({ run }) => run);
  return {
    kind: 'seen',
    sure: bySwitch ? SURE.known : SURE.figures,
    evidence: { days: namesOf(runs), by: bySwitch ? 'switched' : 'last-modified' },
    left: {
      days: without(pair, new Set(runs.flatMap(({ days }) => days))),
      hours: curves.hours,
    },
  };
}
