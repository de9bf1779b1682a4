import type { Finding } from '../base/finding';
import { leastOf } from '../base/long-lists';
import { firedFewer } from '../rules/expected/fired-fewer';
import type { PageView } from '../recording/page-views';
import type { Checked } from './checking';
import { fewestTimes, ONCE, type Times, type TimesById } from './expectation';
import { hasFired, isRehearsedFiring, type Tally } from './tally';
import { verdictInPart } from './not-kept';
import type { Verdict } from './verdict-kinds';

export { type Verdict, VERDICTS } from './verdict-kinds';

/** What the findings add up to for one expected tracker. */
export interface TrackerVerdict {
  readonly trackerId: number;
  readonly verdict: Verdict;
  /** The findings that decided it, each code once; empty for pass, rehearsed and not seen. */
  readonly findings: readonly Finding[];
  /** How often it fired, as far as the server may know; the hops of a redirect are one. */
  readonly fired: number;
  /** How often it should on each page view that shows it. */
  readonly times: Times;
  /** How often we answered it in the service’s place; absent where never. */
  readonly rehearsed?: number;
  /** How many of its requests were recorded on page views that do not count here. */
  readonly elsewhere: number;
  /** The key of the request that decided it, or else of the last; `null` where none was seen. */
  readonly decidedBy: string | null;
}

/** The page views that count: one of them by id, or all. */
export type Scope = { readonly pageViewId: string } | 'all';

/** Whether a tracker is expected on a page view, of those that count. */
export type IsExpectedOn = (trackerId: number, view: PageView | null) => boolean;

/**
 * The verdict on each expected tracker, in the order given; `isExpectedOn` where it is not on every page view. Of what is
 * not whole, something may have been fired that is not kept.
 */
export function judge(
  expectedIds: readonly number[],
  checked: Pick<Checked, 'tally'>,
  scope: Scope,
  timesById: TimesById = NO_TIMES,
  isExpectedOn: IsExpectedOn = () => true,
  isWhole = true,
): readonly TrackerVerdict[] {
  const viewId = scope === 'all' ? null : scope.pageViewId;
  return expectedIds.map((trackerId) => {
    const here = checked.tally(trackerId, viewId);
    const everywhere = checked.tally(trackerId, null);
    const elsewhere = (everywhere?.rows.length ?? 0) - (here?.rows.length ?? 0);
    const times = timesById.get(trackerId) ?? ONCE;
    const one = judgeOne(here, trackerId, fewestTimes(times), isExpectedOn);
    const verdict = isWhole ? one.verdict : verdictInPart(one.verdict);
    return { trackerId, elsewhere, times, ...one, verdict };
  });
}

const NO_TIMES: TimesById = new Map();

function judgeOne(
  tally: Tally | null,
  trackerId: number,
  fewest: number,
  isExpectedOn: IsExpectedOn,
): Omit<TrackerVerdict, 'trackerId' | 'elsewhere' | 'times'> {
  const last = tally?.rows.at(-1);
  if (!tally || !last) return { verdict: 'not-seen', findings: [], fired: 0, decidedBy: null };
  const missed = fewest > 1 ? missedBy(tally, trackerId, fewest, isExpectedOn) : [];
  const isFail = missed.length > 0 || (tally.remarks !== null && tally.remarks.error.size > 0);
  const remarks = tally.remarks?.[isFail ? 'error' : 'warning'] ?? new Map<string, never>();
  const { fired, rehearsed } = tally;
  const good = rehearsed > 0 && fired === 0 ? 'rehearsed' : 'pass';
  const verdict = isFail ? 'fail' : remarks.size > 0 ? 'warning' : good;
  const [first] = remarks.values();
  const decided = first?.[0] ?? last;
  // Of each code the last remark is kept: of "fired again" it holds the highest count.
  const findings = [...remarks].flatMap(
    ([code, rows]) => rows.at(-1)?.findings.find((finding) => finding.code === code) ?? [],
  );
  return {
    verdict,
    findings: [...missed, ...findings],
    fired,
    ...(rehearsed > 0 && { rehearsed }),
    decidedBy: decided.request.key,
  };
}

/** What is said of the page view on which a tracker fired least often, of those on which it was seen. */
function missedBy(
  { rows }: Tally,
  trackerId: number,
  fewest: number,
  isExpectedOn: IsExpectedOn,
): readonly Finding[] {
  const counts = new Map<string | null, number>();
  for (const row of rows) {
    // Nobody saw its page: nothing is expected there.
    if (row.isNeverShown) continue;
    if (!isExpectedOn(trackerId, row.pageView)) continue;
    const id = row.pageView?.id ?? null;
    counts.set(id, (counts.get(id) ?? 0) + Number(hasFired(row) || isRehearsedFiring(row)));
  }
  const fired = leastOf([...counts.values()]);
  const { code, severity, look } = firedFewer;
  const values = look({ trackerId, fired, fewest });
  return values ? [{ code, severity, place: null, values, repair: null }] : [];
}
