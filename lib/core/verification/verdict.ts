import type { CheckedRequest } from './check-requests';
import type { Finding } from '../base/finding';

export type Verdict = 'pass' | 'warning' | 'fail' | 'not-seen';

/** What the findings add up to for one expected tracker. */
export interface TrackerVerdict {
  readonly trackerId: number;
  readonly verdict: Verdict;
  /** The findings that decided it, each code once; empty for pass and not seen. */
  readonly findings: readonly Finding[];
  /** How often it fired; the hops of a redirect are one. */
  readonly fired: number;
}

/** The page views that count: one of them by id, or all. */
export type Scope = { readonly pageViewId: string } | 'all';

/** The verdict on each expected tracker, in the order given. */
export function judge(
  expectedIds: readonly number[],
  checked: readonly CheckedRequest[],
  scope: Scope,
): readonly TrackerVerdict[] {
  const wanted = new Set(expectedIds);
  const byTracker = new Map<number, CheckedRequest[]>();
  for (const row of checked) {
    if (row.trackerId === null || !wanted.has(row.trackerId) || !isWithin(row, scope)) continue;
    const rows = byTracker.get(row.trackerId);
    if (rows) rows.push(row);
    else byTracker.set(row.trackerId, [row]);
  }
  return expectedIds.map((trackerId) => judgeOne(trackerId, byTracker.get(trackerId) ?? []));
}

function judgeOne(trackerId: number, rows: readonly CheckedRequest[]): TrackerVerdict {
  const fired = rows.filter((row) => !row.isRedirectHop).length;
  if (rows.length === 0) return { trackerId, verdict: 'not-seen', findings: [], fired };
  const errors = pick(rows, 'error');
  if (errors.length > 0) return { trackerId, verdict: 'fail', findings: errors, fired };
  const warnings = pick(rows, 'warning');
  const verdict = warnings.length > 0 ? 'warning' : 'pass';
  return { trackerId, verdict, findings: warnings, fired };
}

// Of each code the last remark is kept: of "fired again" it holds the highest count.
function pick(rows: readonly CheckedRequest[], severity: Finding['severity']): readonly Finding[] {
  const byCode = new Map<string, Finding>();
  for (const row of rows) {
    for (const finding of row.findings) {
      if (finding.severity === severity) byCode.set(finding.code, finding);
    }
  }
  return [...byCode.values()];
}

/** Whether a request lies within the page views that count. */
export function isWithin(row: CheckedRequest, scope: Scope): boolean {
  return scope === 'all' || row.pageView?.id === scope.pageViewId;
}
