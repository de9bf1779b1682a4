import type { Case } from '../../core/report/case-file/missing';
import type { NamedCounts } from '../../core/report/opened';
import type { Reconciled } from '../../core/report/reconciled';
import type { Report } from '../../core/report/report';
import type { ThirdPartyPlacement, ThirdPartyReport } from '../../core/report/third-party';

interface Sides {
  readonly report: { readonly report: Report; readonly trackers: readonly NamedCounts[] };
  readonly file: ThirdPartyReport;
  readonly threshold: number;
}

/** The case of one tracker, or of one of several, as it stands at a moment in milliseconds since 1970. */
export function caseOf(
  row: Reconciled & { readonly names: readonly string[] },
  { report, file, threshold }: Sides,
  placements: readonly ThirdPartyPlacement[],
  now: number,
): Case {
  const isOf = ({ trackerIds }: NamedCounts) => trackerIds.join() === row.trackerIds.join();
  return {
    trackers: [
      {
        reconciled: row,
        tuple: report.trackers.find(isOf)?.tuple ?? null,
        names: row.names,
        placements: [...placements],
      },
    ],
    countedZone: report.report.question.timeZone,
    thirdPartyZone: file.timeZone,
    threshold,
    today: new Date(now).toISOString().slice(0, 10),
  };
}

/** What the file of a case is called, without what its format is called by. */
export function caseFileName({
  trackerIds,
  days,
}: Pick<Reconciled, 'trackerIds' | 'days'>): string {
  const span = [days[0]?.day, days.at(-1)?.day].filter((day) => day !== undefined);
  const [first, ...more] = trackerIds;
  const who = more.length === 0 ? `${first ?? ''}` : `${first}-and-${more.length}-more`;
  return ['discrepancy', who, ...span].join('-');
}
