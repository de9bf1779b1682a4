import { z } from '../../core/base/schema';
import { ReportPlanSchema } from '../../core/report/plan';

/** What came of asking for it. Moments are milliseconds since 1970. */
export const OrderedSchema = z.object({
  reportId: z.string(),
  askedAt: z.number(),
  /** The service had counted everything before; `null` where it does not say, or the report is older than that. */
  closedUntil: z.nullable(z.number()),
});
export type Ordered = z.infer<typeof OrderedSchema>;

/** What came of waiting for it. */
export const ReadySchema = z.object({
  downloadId: z.string(),
  madeAt: z.nullable(z.number()),
  /** How many rows it is said to have; absent where that was not asked for yet. */
  rowCount: z.exactOptional(z.nullable(z.int())),
});

/** A report as work: what is asked for, under which id it is kept, and what was asked for before and is still good. */
export const ReportWorkPlanSchema = z.object({
  reportKey: z.string(),
  report: ReportPlanSchema,
  ordered: z.nullable(OrderedSchema),
});
export type ReportWorkPlan = z.infer<typeof ReportWorkPlanSchema>;

export const REPORT_KIND = 'report';
/** The steps of its journal. */
export const STEPS = ['asked', 'waiting', 'reading'] as const;
/** The service looks at a report for so long; what takes longer ends in an error. */
export const MOST_WAIT_MS = 15 * 60_000;

/** What a report is about: the same question of the same days is the same. */
export function reportSubject({ question, span }: ReportWorkPlan['report']): string {
  const { advertiserId, about, by, timeZone } = question;
  const of = about.kind === 'advertiser' ? '' : about.id;
  return `report:${[advertiserId, about.kind, of, by, timeZone, span.first, span.last].join(' ')}`;
}
