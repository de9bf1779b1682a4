import type { DatabaseSync } from 'node:sqlite';

import { z } from 'zod';

import { number, text } from '../state/row.ts';
import type { Clock } from '../time.ts';
import { hourOf, hourText, readHour } from '../time-hours.ts';
import { Cause } from './causes.ts';

const Day = z.iso.date();
/** The most days one run can have: more than any report keeps hours of. */
const MOST_DAYS = 1000;

const RunInput = z.strictObject({
  /** Ids of trackers; or all active ones of an advertiser. */
  trackers: z.array(z.int().positive()).min(1).optional(),
  advertiser: z.int().positive().optional(),
  /** First day and the day after the last, UTC. Without them: the days before today. */
  from: Day.optional(),
  to: Day.optional(),
  days: z.int().positive().max(MOST_DAYS).default(14),
  /** What is served in an hour on average; by day more than at night, on Sundays less. */
  perHour: z.number().positive().max(1_000_000).default(20),
  /** By how much each day has more than the one before: 0.1 is a tenth. */
  growth: z.number().min(-0.5).max(1).default(0),
  /** The cost that each request tells, as `ancost` does: money for one impression. */
  ancost: z.number().min(0).default(0),
  causes: z.array(Cause).default([]),
});

/** What was delivered on some days: a caller's words, `{ advertiser: 700101 }` is enough. */
export type RunInput = z.input<typeof RunInput>;

/** Reads one run or a list of them from outside; throws a ZodError at what is none. */
export function readRuns(input: unknown): z.output<typeof RunInput>[] {
  return z.array(RunInput).parse(Array.isArray(input) ? input : [input]);
}

/** The same with all that was left open decided. */
const Run = z.object({
  seed: z.int(),
  trackers: z.array(z.int()),
  /** Hours since 1970, UTC; the last is not of it. */
  fromHour: z.int(),
  toHour: z.int(),
  perHour: z.number(),
  growth: z.number(),
  ancost: z.number(),
  causes: z.array(Cause),
});
export type Run = z.output<typeof Run>;

/** The history that was made: kept with the world. */
export interface Runs {
  /** Puts these in the place of all others. Throws a ZodError at what makes no sense. */
  set(input: unknown): Run[];
  list(): readonly Run[];
}

/** The runs of this world. */
export function createRuns(db: DatabaseSync, seed: number, now: Clock): Runs {
  const kept = db.prepare(`SELECT value FROM settings WHERE key = 'delivery'`).get();
  let runs = kept ? z.array(Run).parse(JSON.parse(text(kept, 'value'))) : [];
  return {
    set(input) {
      runs = readRuns(input).map((one) => decide(one, { db, seed, now }));
      db.prepare(`INSERT OR REPLACE INTO settings VALUES ('delivery', ?)`).run(
        JSON.stringify(runs),
      );
      return runs;
    },
    list: () => runs,
  };
}

function decide(
  input: z.output<typeof RunInput>,
  { db, seed, now }: { db: DatabaseSync; seed: number; now: Clock },
): Run {
  const today = hourOf(now()) - (hourOf(now()) % 24);
  const toHour = readHour(input.to ?? '') ?? today;
  const fromHour = readHour(input.from ?? '') ?? toHour - input.days * 24;
  const { perHour, growth, ancost } = input;
  const trackers = input.trackers ?? activeTrackers(db, input.advertiser ?? 0);
  checkRun(trackers, (toHour - fromHour) / 24);
  const causes = input.causes.map((cause) => placeInTime(cause, fromHour, toHour));
  return { seed, trackers, fromHour, toHour, perHour, growth, ancost, causes };
}

function checkRun(trackers: readonly number[], days: number): void {
  const complain = (message: string) => {
    throw new z.ZodError([{ code: 'custom', path: [], message, input: undefined }]);
  };
  if (trackers.length === 0) complain('Name trackers, or an advertiser that has active ones');
  if (days <= 0 || days > MOST_DAYS) complain(`From one day to ${MOST_DAYS}, and from before to`);
}

function activeTrackers(db: DatabaseSync, advertiser: number): number[] {
  const rows = db.prepare(
    `SELECT id FROM trackers WHERE advertiser_id = ? AND state = 'active' ORDER BY id`,
  );
  return rows.all(advertiser).map((row) => number(row, 'id'));
}

/** Times that a caller left out: a quarter in, or the middle of the run. */
function placeInTime(cause: Cause, from: number, to: number): Cause {
  const dayAt = (part: number): string =>
    hourText(from + Math.floor(((to - from) / 24) * part) * 24).slice(0, 10);
  if (cause.kind === 'started-later') return { ...cause, from: cause.from ?? dayAt(0.25) };
  if (cause.kind === 'ended-earlier') return { ...cause, until: cause.until ?? dayAt(0.75) };
  if (cause.kind === 'bad-day') return { ...cause, day: cause.day ?? dayAt(0.5) };
  if (cause.kind !== 'inactive') return cause;
  return { ...cause, from: cause.from ?? dayAt(0.4), until: cause.until ?? dayAt(0.7) };
}
