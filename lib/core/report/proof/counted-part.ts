import { z } from '../../base/schema';
import { dayNumber } from '../days';
import { ReportTypeSchema } from '../report-type';

/** So many days of a report a proof shows, from the first day of its recording on. */
export const MOST_DAYS = 31;

/** A day that there is, so that whoever reads a changed file can still count on from it. */
const DaySchema = z.string().check(
  z.regex(/^\d{4}-\d\d-\d\d$/),
  z.refine((day) => dayNumber(day) !== null),
);
const DaysSchema = z.object({
  first: DaySchema,
  counts: z.array(z.nullable(z.number())).check(z.minLength(1), z.maxLength(MOST_DAYS)),
});
const CauseSchema = z.object({ cause: z.string(), standing: z.string(), text: z.string() });

/** Why nothing of a tracker is told: no kept report has these days, or those that have them have no row that is its own. */
export const NOT_COUNTED = ['no-report', 'no-row'] as const;

/**
 * What kept reports counted of the trackers of a verification, as it stands in a proof beside its results. Days are
 * those of the time zone that is named with them; moments are ISO 8601, UTC.
 */
export const CountedPartSchema = z.object({
  format: z.literal('piggyback-counted'),
  version: z.literal(1),
  reports: z.array(
    z.object({
      id: z.string(),
      type: ReportTypeSchema,
      first: DaySchema,
      last: DaySchema,
      timeZone: z.string(),
      askedAt: z.string(),
      /** `null`: the service does not tell. */
      madeAt: z.nullable(z.string()),
      closedUntil: z.nullable(z.string()),
      unread: z.number(),
    }),
  ),
  counted: z.array(
    z.object({
      /** One, or several that reports do not tell apart. */
      trackers: z
        .array(z.object({ id: z.number(), name: z.nullable(z.string()) }))
        .check(z.minLength(1)),
      timeZone: z.string(),
      monetize: DaysSchema,
      /** On which days it was recorded firing, and how often. */
      seen: z.array(z.object({ day: DaySchema, times: z.number() })),
      /** `null` where it was not compared. */
      adServer: z.nullable(
        z.object({
          name: z.nullable(z.string()),
          fileName: z.string(),
          timeZone: z.nullable(z.string()),
          days: DaysSchema,
        }),
      ),
      /** Why both differ, in sentences; `null` where nobody looked. */
      why: z.nullable(
        z.object({
          /** The days that were looked at, which may be more than are shown. */
          first: DaySchema,
          last: DaySchema,
          text: z.string(),
          causes: z.array(CauseSchema),
        }),
      ),
    }),
  ),
  notCounted: z.array(
    z.object({
      id: z.number(),
      name: z.nullable(z.string()),
      why: z.enum(NOT_COUNTED),
    }),
  ),
});
export type CountedPart = z.infer<typeof CountedPartSchema>;
export type CountedInProof = CountedPart['counted'][number];

/** The part as it stands in a proof; `null` where it is none. */
export function readCountedPart(json: string): CountedPart | null {
  try {
    const value: unknown = JSON.parse(json);
    return CountedPartSchema.safeParse(value).data ?? null;
  } catch {
    return null;
  }
}
