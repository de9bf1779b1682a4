import type { ReportType } from './report-type';

/** What the service says can be asked of a type of report. */
export interface ReportMeta {
  readonly type: ReportType;
  /** `hourly`, `daily`, or what else the service says; `null` where it does not. */
  readonly granularity: string | null;
  readonly columns: ReadonlySet<string>;
  readonly filters: ReadonlySet<string>;
}

/** Whether it is summed by hours: then its dates have hours, too. */
export function isHourly({ granularity, columns }: ReportMeta): boolean {
  return granularity === null ? columns.has('hour') : granularity === 'hourly';
}
