import type { CaseFacts } from '../cause';
import type { Pair } from './curves';
import { dayIn } from './day-number';
import type { SilentRun } from './silent-runs';

/** A day is told by two clocks, so that a switch may lie a day beside the silence. */
const BESIDE = 1;

/** By what it is known that the tracker was inactive in a run of silent days; `null` where nothing tells. */
export function inactiveBy(
  run: SilentRun,
  pair: Pair,
  facts: CaseFacts,
): 'switched' | 'last-modified' | null {
  if (run.missing !== 'monetize') return null;
  const [from, to] = [pair.first + run.from, pair.first + run.to];
  if (inactiveTimes(facts).some((time) => isWithin(run, from, to, time))) return 'switched';
  const changed = facts.lastModified === null ? null : dayIn(facts.lastModified, facts.countedZone);
  if (changed === null || facts.state === null) return null;
  // Its last change made it what it is now: inactive at the begin of a silence, or active at its end.
  const isSo =
    facts.state === 'inactive'
      ? run.isEnd && (Math.abs(changed - from) <= BESIDE || (run.isStart && changed <= from))
      : !run.isEnd && Math.abs(changed - (to + 1)) <= BESIDE;
  return isSo ? 'last-modified' : null;
}

/**
 * Whether a silence lies in such a time. Of one whose begin, or end, is not noted only that is known what lies at the switch: further away it
 * may have been active again.
 */
function isWithin({ isEnd }: SilentRun, from: number, to: number, time: Time): boolean {
  if (time.from - BESIDE > from || time.to + BESIDE < to) return false;
  if (time.from === -Infinity) return time.to - BESIDE <= to + 1;
  return time.to < Infinity || isEnd || from <= time.from + BESIDE;
}

interface Time {
  readonly from: number;
  readonly to: number;
}

/** The times, in days, in which it was inactive by what is noted here. */
function inactiveTimes(facts: CaseFacts): readonly Time[] {
  const noted = facts.switched.toSorted((a, b) => a.at - b.at);
  const times: Time[] = [];
  let since: number | null = noted[0]?.to === 'active' ? -Infinity : null;
  for (const { at, to } of noted) {
    const day = dayIn(at, facts.countedZone);
    if (day === null) return [];
    if (to === 'inactive') since ??= day;
    else if (since !== null) {
      times.push({ from: since, to: day });
      since = null;
    }
  }
  if (since !== null) times.push({ from: since, to: Infinity });
  return times;
}
