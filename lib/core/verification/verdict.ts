import type { Finding } from '../base/finding';
import type { Checked } from './checking';
import type { Tally } from './tally';

/**
 * Every verdict, in the order in which they are shown and counted: what needs a person comes first. *Rehearsed* is as
 * good as pass, of what we answered ourselves and nobody counted.
 */
export const VERDICTS = ['fail', 'warning', 'not-seen', 'rehearsed', 'pass'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What the findings add up to for one expected tracker. */
export interface TrackerVerdict {
  readonly trackerId: number;
  readonly verdict: Verdict;
  /** The findings that decided it, each code once; empty for pass, rehearsed and not seen. */
  readonly findings: readonly Finding[];
  /** How often it fired, as far as the server may know; the hops of a redirect are one. */
  readonly fired: number;
  /** How often we answered it in the service’s place; absent where never. */
  readonly rehearsed?: number;
  /** How many of its requests were recorded on page views that do not count here. */
  readonly elsewhere: number;
  /** The key of the request that decided it, or else of the last; `null` where none was seen. */
  readonly decidedBy: string | null;
}

/** The page views that count: one of them by id, or all. */
export type Scope = { readonly pageViewId: string } | 'all';

/** The verdict on each expected tracker, in the order given. */
export function judge(
  expectedIds: readonly number[],
  checked: Pick<Checked, 'tally'>,
  scope: Scope,
): readonly TrackerVerdict[] {
  const viewId = scope === 'all' ? null : scope.pageViewId;
  return expectedIds.map((trackerId) => {
    const here = checked.tally(trackerId, viewId);
    const everywhere = checked.tally(trackerId, null);
    const elsewhere = (everywhere?.rows.length ?? 0) - (here?.rows.length ?? 0);
    return { trackerId, elsewhere, ...judgeOne(here) };
  });
}

function judgeOne(tally: Tally | null): Omit<TrackerVerdict, 'trackerId' | 'elsewhere'> {
  const last = tally?.rows.at(-1);
  if (!tally || !last) return { verdict: 'not-seen', findings: [], fired: 0, decidedBy: null };
  const isFail = tally.remarks !== null && tally.remarks.error.size > 0;
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
    findings,
    fired,
    ...(rehearsed > 0 && { rehearsed }),
    decidedBy: decided.request.key,
  };
}
