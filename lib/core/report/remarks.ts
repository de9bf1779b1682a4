import { z } from '../base/schema';
import { HOURS_KEPT_DAYS, LEGACY_ENDS, SLOW_AFTER_DAYS, TYPE_FACTS } from './catalogue';
import { dayNumber } from './days';
import type { Grain, Span } from './question';
import { type ReportType, ReportTypeSchema } from './report-type';

const WhatSchema = z.enum(['line-item', 'publisher', 'placement', 'payment-rule']);
/** What tells the rows of a report apart. */
export type Told = z.infer<typeof WhatSchema>;

/** What is to be known of a report before it is asked for. Days are a number of days before today. */
export const RemarkSchema = z.discriminatedUnion('kind', [
  /** Hours are kept for so many days, and the span begins before. */
  z.object({ kind: z.literal('hours-kept'), days: z.int() }),
  /** The service has such reports wait. */
  z.object({ kind: z.literal('slow-queue'), days: z.int() }),
  /** The type's data is kept for so many days, and the span begins before. */
  z.object({ kind: z.literal('data-kept'), days: z.int() }),
  /** The type has data from this day on, and the span begins before. */
  z.object({ kind: z.literal('data-since'), day: z.string() }),
  /** The type may get no data any more on days of the span. */
  z.object({ kind: z.literal('type-ends'), type: ReportTypeSchema }),
  /** The type does not tell rows apart by this. */
  z.object({ kind: z.literal('not-told'), what: WhatSchema }),
  /** The type cannot be asked for one advertiser: others of the publisher are counted, too. */
  z.object({ kind: z.literal('all-advertisers') }),
]);
export type Remark = z.infer<typeof RemarkSchema>;

/** What the limits of a type mean for a span, `today` being the day in its time zone. */
export function limitRemarks(
  type: ReportType,
  { span, by, today }: { span: Span; by: Grain; today: string },
): readonly Remark[] {
  const { isLegacy, keptDays, since } = TYPE_FACTS[type];
  const age = (dayNumber(today) ?? 0) - (dayNumber(span.first) ?? 0);
  const remarks: Remark[] = [];
  if (by === 'hour' && age > HOURS_KEPT_DAYS) {
    remarks.push({ kind: 'hours-kept', days: HOURS_KEPT_DAYS });
  }
  if (type === 'network_analytics' && age > SLOW_AFTER_DAYS) {
    remarks.push({ kind: 'slow-queue', days: SLOW_AFTER_DAYS });
  }
  if (keptDays !== null && age > keptDays) remarks.push({ kind: 'data-kept', days: keptDays });
  if (since !== null && span.first < since) remarks.push({ kind: 'data-since', day: since });
  if (isLegacy && span.last >= LEGACY_ENDS) remarks.push({ kind: 'type-ends', type });
  return remarks;
}
