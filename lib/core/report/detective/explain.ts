import type { CaseFacts, Cause, CauseReading, Explanation } from '../cause';
import type { Evidence } from '../evidence';
import { lookAtBadDay } from './bad-day';
import { lookAtCachebuster } from './cachebuster';
import { layTogether } from './curves';
import { differenceOf, isExplained, isWithin } from './difference';
import { lookAtDifferentDays } from './different-days';
import { lookAtFiredTwice } from './fired-twice';
import { lookAtInactive } from './inactive-meanwhile';
import { lookAtLateData } from './late-data';
import type { Case, Left, Look } from './look';
import { ENOUGH_IMPRESSIONS, USUAL_OPTIONS, type DetectiveOptions } from './options';
import { lookAtTimeZone } from './time-zone';
import { lookAtProtection } from './tracking-protection';

/** What takes away less than this share of the difference is no part of an explanation. */
const LEAST_PART = 0.05;

type Claim = { readonly [C in Cause]: { cause: C; evidence: Evidence[C] } }[Cause];

interface Answer {
  readonly reading: CauseReading;
  /** The curves without it, where it was seen and takes enough away. */
  readonly left: Left | null;
  /** The share of the difference that it took away. */
  readonly took: number;
}

type Ask = (found: Case, whole: number) => Answer;

/** One of each cause, those first of which most is known. */
const ASKED: readonly Ask[] = [
  ask(lookAtLateData, (evidence) => ({ cause: 'late-data', evidence })),
  ask(lookAtTimeZone, (evidence) => ({ cause: 'time-zone', evidence })),
  ask(lookAtDifferentDays, (evidence) => ({ cause: 'different-days', evidence })),
  ask(lookAtInactive, (evidence) => ({ cause: 'inactive-meanwhile', evidence })),
  ask(lookAtFiredTwice, (evidence) => ({ cause: 'fired-twice', evidence })),
  ask(lookAtCachebuster, (evidence) => ({ cause: 'cachebuster', evidence })),
  ask(lookAtBadDay, (evidence) => ({ cause: 'bad-day', evidence })),
  ask(lookAtProtection, (evidence) => ({ cause: 'tracking-protection', evidence })),
];

/**
 * Why the two counts of a tracker differ, as far as the figures and what is known besides tell. Each cause is looked for
 * in what those before it have left; the first with which nothing is left to explain is found, and those after it are
 * only looked at for whether they are ruled out. Pure; the method and its bounds: docs/decisions/0038.
 */
export function explain(facts: CaseFacts, options: DetectiveOptions = USUAL_OPTIONS): Explanation {
  const curves = layTogether(facts);
  const whole = differenceOf(curves.days);
  const nothing = { readings: [], found: null, parts: [] };
  if (whole.thirdParty < ENOUGH_IMPRESSIONS) return { ...nothing, outcome: 'few' };
  if (isWithin(curves.days, options.threshold, options.threshold))
    return { ...nothing, outcome: 'flat' };

  const readings: CauseReading[] = [];
  const parts: { cause: Cause; took: number }[] = [];
  let now: Case = { curves, facts, options };
  let isDone = false;
  for (const look of ASKED) {
    const answer = look(now, whole.all);
    if (isDone || !answer.left) {
      // What another cause has taken away rules nothing out: that is asked of the curves as they are.
      const asTheyAre = now.curves === curves ? answer : look({ ...now, curves }, whole.all);
      readings.push(unclaimed(asTheyAre.reading));
      continue;
    }
    now = { ...now, curves: answer.left };
    isDone = isExplained(answer.left.days, options.threshold);
    parts.push({ cause: answer.reading.cause, took: answer.took });
    const standing = isDone && parts.length === 1 ? 'explains' : 'explains-part';
    readings.push({ ...answer.reading, standing });
  }
  const [main] = parts.toSorted((a, b) => b.took - a.took);
  return {
    readings,
    found: isDone ? (main?.cause ?? null) : null,
    parts: isDone && parts.length === 1 ? [] : parts.map(({ cause }) => cause),
    outcome: isDone ? 'found' : 'cannot-tell',
  };
}

function ask<C extends Cause>(
  lookAt: (found: Case) => Look<C>,
  claim: (evidence: Evidence[C]) => Claim,
): Ask {
  return (found, whole) => {
    const look = lookAt(found);
    const said = claim(look.evidence);
    if (look.kind === 'not-seen') {
      const { standing, residual = null } = look;
      return { reading: { ...said, standing, sure: 0, residual }, left: null, took: 0 };
    }
    const rest = differenceOf(look.left.days).all;
    const took = (differenceOf(found.curves.days).all - rest) / whole;
    const isPart = look.isOfShape === true || took >= LEAST_PART;
    const standing = isPart ? 'explains-part' : 'not-ruled-out';
    const sure = isPart ? look.sure : 0;
    const reading = { ...said, standing, sure, residual: rest / whole } as const;
    return { reading, left: isPart ? look.left : null, took };
  };
}

/** What may be seen besides is not said to explain. */
function unclaimed(reading: CauseReading): CauseReading {
  return reading.standing === 'explains-part'
    ? { ...reading, standing: 'not-ruled-out', sure: 0, residual: null, evidence: {} }
    : reading;
}
