import { FailureSchema } from '../base/failure-schema';
import { LAST_ROW, MAX_TRACKER_ROWS } from '../base/limits';
import { z } from '../base/schema';
import { JOB_STATES } from '../job/job';
import { RefSchema } from '../tracker/tracker';
import { TRACKER_FIELDS } from '../tracker/fields';
import { type PlannedRow, ROW_KINDS } from './planned-row';
import { MAX_SAID } from './row-said';

const MAX_VALUE = 2000;
const text = (most: number) => z.string().check(z.maxLength(most));
const id = text(100);
const count = z.int().check(z.gte(0), z.lte(MAX_TRACKER_ROWS));
const ValueSchema = z.nullable(z.union([text(MAX_VALUE), RefSchema]));
const FieldSchema = z.object({ field: z.enum(TRACKER_FIELDS), from: ValueSchema, to: ValueSchema });

/** A row of a dry run, as it is ordered and kept: of what a row that is not sent has to say, its kind and its reason. */
const OrderRowSchema = z.object({
  /** As spreadsheets count. */
  row: z.int().check(z.gte(1), z.lte(LAST_ROW)),
  kind: z.enum(ROW_KINDS),
  name: text(MAX_VALUE),
  /** The tracker that it means; `null` for a new one, or where that cannot be told. */
  trackerId: z.nullable(z.number()),
  fields: z.array(FieldSchema).check(z.maxLength(TRACKER_FIELDS.length)),
  /** The codes of its issues. */
  issues: z.array(text(60)).check(z.maxLength(60)),
  /** What the file says itself of which tracker it is, as `rowsSaid` has it; only of rows of a file. */
  said: z.exactOptional(text(MAX_SAID)),
});
export type OrderRow = Readonly<z.infer<typeof OrderRowSchema>>;

/** What a run does to all of its rows alike, where no sheet says what each is to be; an undo has that of what it takes back. */
const RUN_ACTS = ['activate', 'deactivate'] as const;
export type RunAct = (typeof RUN_ACTS)[number];
const act = z.exactOptional(z.enum(RUN_ACTS));

/** What is to be done at once: a dry run, as it was shown. */
export const RunOrderSchema = z.object({
  advertiser: RefSchema,
  /** The name of the file; `''` where there was none. */
  file: text(300),
  /** How many are done before it waits to be released; `null` where it does not. */
  holdAt: z.nullable(count),
  /** The run that this one takes back. */
  undoes: z.nullable(id),
  act,
  rows: z.array(OrderRowSchema).check(z.minLength(1), z.maxLength(MAX_TRACKER_ROWS)),
});
export type RunOrder = Readonly<z.infer<typeof RunOrderSchema>>;

/** How a row ended. */
const ROW_ENDS = ['created', 'changed', 'skipped', 'failed'] as const;
export type RowEndKind = (typeof ROW_ENDS)[number];

/** What came of a row; the id is the tracker's, a new one's too, where it is known. */
const RowEndSchema = z.object({
  kind: z.enum(ROW_ENDS),
  id: z.nullable(z.number()),
  /** Why it failed, or was skipped where that has a reason of its own. */
  failure: z.nullable(FailureSchema),
});
export type RowEnd = Readonly<z.infer<typeof RowEndSchema>>;

/** A row of a run: those that are sent first, in the order of the sheet, and then the others. */
export const RunRowSchema = z.extend(OrderRowSchema, {
  run: id,
  /** Its step in the journal, counted from 0. */
  at: count,
  /** Trackers that a new one could be taken for, as it was ordered: they are others. */
  twins: z.array(z.number()).check(z.maxLength(MAX_TRACKER_ROWS)),
  /** `null` as long as nothing has come of it. */
  end: z.nullable(RowEndSchema),
});
export type RunRow = Readonly<z.infer<typeof RunRowSchema>>;

/** A bulk change of trackers: who did it, when, with what file, and how far it is. */
export const RunSchema = z.object({
  id,
  advertiser: RefSchema,
  /** The user's name. */
  user: text(300),
  file: text(300),
  undoes: z.nullable(id),
  act,
  /** Milliseconds since 1970. */
  startedAt: z.number(),
  changedAt: z.number(),
  /** Its rows, and those of them that are sent. */
  rows: count,
  total: count,
  /** How many of those that are sent have come to an end. */
  ended: count,
  holdAt: z.nullable(count),
  state: z.enum(JOB_STATES),
  /** Why it waits, where there is a reason to tell. */
  failure: z.nullable(FailureSchema),
  counts: z.object({ created: count, changed: count, skipped: count, failed: count }),
  /** The newest change among the advertiser's trackers that is known, by the service's clock; `null` where none is. */
  since: z.nullable(z.number()),
});
export type Run = Readonly<z.infer<typeof RunSchema>>;

/** What to do before anybody looks at the first trackers: three, which is enough to try their tags. */
export const CANARY = 3;

/** The rows of a dry run as they are ordered; `saidOf` is what the rows of its file say, where it has one. */
export function orderRows(
  rows: readonly PlannedRow[],
  saidOf?: ReadonlyMap<number, string>,
): OrderRow[] {
  return rows.map(({ row, kind, name, tracker, fields, issues }) => {
    const said = saidOf?.get(row);
    return {
      row,
      kind,
      name: name.slice(0, MAX_VALUE),
      trackerId: tracker?.id ?? null,
      fields: [...fields],
      issues: issues.map(({ code }) => code),
      ...(said !== undefined && { said }),
    };
  });
}

/** Whether a row is sent. */
export function isSent({ kind }: Pick<OrderRow, 'kind'>): boolean {
  return kind === 'create' || kind === 'change';
}
