import { z } from 'zod';

import { isTimeZone } from '../time-hours.ts';

const Ids = z.preprocess(
  (ids) => (typeof ids === 'string' ? ids.split(',').map(Number) : ids),
  z.array(z.int().positive()).min(1),
);

const AdReportOrder = z.strictObject({
  server: z.enum(['cm360', 'gam', 'kevel']),
  /** Without it, all trackers of the made history. */
  trackers: Ids.optional(),
  /** First day and last day, both in it, as ad servers have it; without them, all days there are. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  format: z.enum(['csv', 'xlsx']).default('csv'),
  /** The ad server's zone, where no cause names one. */
  zone: z.string().refine(isTimeZone, 'the name of a time zone').default('UTC'),
  /** What its placements are called: as the trackers, or with the trackers' ids behind. */
  names: z.enum(['tracker', 'tracker-and-id']).default('tracker'),
});

export type AdReportOrder = z.output<typeof AdReportOrder>;
/** An order as a caller writes it: `{ server: 'cm360' }` is enough. */
export type AdReportInput = z.input<typeof AdReportOrder>;

/** Reads an order; throws a ZodError at what is none. */
export function readAdReportOrder(input: unknown): AdReportOrder {
  return AdReportOrder.parse(input);
}
