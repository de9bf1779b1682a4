import type { DatabaseSync } from 'node:sqlite';

import { z } from 'zod';

import { text } from '../../state/row.ts';
import { isTimeZone } from '../../time-hours.ts';

/** How reports behave where the documents leave it open, disagree, or tell of slips. */
const ReportOptions = z.strictObject({
  /** So many polls, and so much time, a report is pending. */
  pendingPolls: z.int().nonnegative().default(1),
  pendingMs: z.int().nonnegative().default(0),
  /** Polls on top for what goes to the slow queue (lifetime, or a quarter that began 45 days ago). */
  slowQueuePolls: z.int().nonnegative().default(4),
  /** Where `execution_status` stands: beside `report` as documented, or in it (seen in clients). */
  statusIn: z.enum(['envelope', 'report', 'both']).default('envelope'),
  /** `row_count` and `report_size`. */
  numbers: z.enum(['strings', 'numbers']).default('strings'),
  /** `report.url` has another id than the report; only by that it can be downloaded. */
  otherId: z.boolean().default(false),
  /** The same order again within 15 minutes gives the same report, with `existing: true`. */
  existing: z.boolean().default(false),
  /** The type that a CSV is sent as; `text/html` has been seen. */
  csvType: z.string().default('text/csv; charset=utf-8'),
  /** How many unfinished reports of a user are too many: one page says 5 may wait, another 6. */
  pendingLimit: z.int().positive().default(5),
  memberConcurrent: z.int().positive().default(5),
  memberQueue: z.int().positive().default(100),
  /** By so many hours the data lags; 0 shows even the hour that runs. Documented are 3 to 4. */
  lagHours: z.int().nonnegative().default(0),
  /** How a report ends badly: a status that is not documented, the envelope's error, after 15 minutes, or as it is fetched. */
  fails: z.enum(['execution-status', 'envelope', 'timeout', 'download']).nullable().default(null),
  /** So many reports end so, the following are well; without it all. */
  failTimes: z.int().positive().optional(),
  /** The connection breaks once so many bytes of a download were sent. */
  cutAt: z.int().nonnegative().nullable().default(null),
  /** Whether `imps` and `imps_total` have external impressions in them: not stated anywhere. */
  impsWithExternal: z.boolean().default(false),
  /** Columns in which the money of `ancost` stands: not stated for impressions. */
  moneyIn: z
    .array(z.string())
    .default(['cost', 'cost_buying_currency', 'total_cost', 'media_cost_pub_curr']),
  /** `last_7_days` with today in it; the documents do not say. */
  todayInLastDays: z.boolean().default(false),
  /** The zone of a report that names none: not stated. */
  defaultZone: z.string().refine(isTimeZone, 'the name of a time zone').default('UTC'),
  /** A report keeps the distance from UTC that it starts with (documented), or follows summer time. */
  summerTime: z.enum(['as-at-start', 'followed']).default('as-at-start'),
});

export type ReportOptions = z.output<typeof ReportOptions>;
/** Options as a caller writes them; what is left out is as documented. */
export type ReportOptionsInput = z.input<typeof ReportOptions>;

/** Reads options from outside; throws a ZodError at what is none. */
export function readReportOptions(input: unknown): ReportOptions {
  return ReportOptions.parse(input ?? {});
}

/** The options as they are now: kept with the world. */
export interface ReportSettings {
  get(): ReportOptions;
  /** Puts these in the place of all others; null, what is documented. Throws a ZodError at what is none. */
  set(input: unknown): ReportOptions;
  /** Whether the next report ends badly, counted as used. */
  takeFailure(): ReportOptions['fails'];
}

export function createReportSettings(db: DatabaseSync): ReportSettings {
  const kept = db.prepare(`SELECT value FROM settings WHERE key = 'reports'`).get();
  let options = readReportOptions(kept ? JSON.parse(text(kept, 'value')) : null);
  let failuresLeft = options.failTimes ?? Infinity;
  return {
    get: () => options,
    set(input) {
      options = readReportOptions(input);
      failuresLeft = options.failTimes ?? Infinity;
      db.prepare(`INSERT OR REPLACE INTO settings VALUES ('reports', ?)`).run(
        JSON.stringify(options),
      );
      return options;
    },
    takeFailure() {
      if (options.fails === null || failuresLeft <= 0) return null;
      failuresLeft -= 1;
      return options.fails;
    },
  };
}
