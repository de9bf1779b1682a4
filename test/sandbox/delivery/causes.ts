import { z } from 'zod';

import { isTimeZone, readHour } from '../time-hours.ts';

const Share = z.number().min(0).max(1);
const Hour = z
  .string()
  .refine((text) => readHour(text) !== null, 'YYYY-MM-DD or YYYY-MM-DD HH:00:00, UTC');

/**
 * Why the service counts otherwise than the ad server served. Where a time is left out, it lies
 * within the days that are made, at the same place each time.
 */
export const Cause = z.discriminatedUnion('kind', [
  /** Both count the same; the ad server's days are those of this zone. */
  z.strictObject({
    kind: z.literal('time-zone'),
    zone: z.string().refine(isTimeZone, 'the name of a time zone').default('America/New_York'),
  }),
  /** The tag fires twice for this share of what is served. */
  z.strictObject({ kind: z.literal('fired-twice'), share: Share.default(1) }),
  /** The same cachebuster each time: a browser asks once an hour, so the more is served, the less of it counts. */
  z.strictObject({
    kind: z.literal('constant-cachebuster'),
    browsers: z.int().positive().default(60),
  }),
  /** No cachebuster: what a browser has it keeps for the day, so late hours lose most. */
  z.strictObject({
    kind: z.literal('missing-cachebuster'),
    browsers: z.int().positive().default(800),
  }),
  z.strictObject({ kind: z.literal('started-later'), from: Hour.optional() }),
  z.strictObject({ kind: z.literal('ended-earlier'), until: Hour.optional() }),
  /** One day (UTC) on which only this share arrived. */
  z.strictObject({
    kind: z.literal('bad-day'),
    day: z.iso.date().optional(),
    kept: Share.default(0.1),
  }),
  /** Nothing counts from the deactivation until the activation. */
  z.strictObject({ kind: z.literal('inactive'), from: Hour.optional(), until: Hour.optional() }),
  /** Protection against tracking holds back this share, always. */
  z.strictObject({ kind: z.literal('blocked'), share: Share.default(0.12) }),
  /** What is younger than this has come in part only; later it is all there. */
  z.strictObject({ kind: z.literal('late'), hours: z.int().positive().default(30) }),
]);

export type Cause = z.output<typeof Cause>;
