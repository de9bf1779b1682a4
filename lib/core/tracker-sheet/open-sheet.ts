import {
  LAST_COLUMN,
  LAST_ROW,
  MAX_CELL_CHARS,
  MAX_FINGERPRINT_CHARS,
  MAX_KNOWN_COLUMNS,
  MAX_TITLE_CHARS,
  MAX_TRACKER_ROWS,
} from '../base/limits';
import { z } from '../base/schema';
import { TRACKER_COLUMNS, TrackerColumnChoiceSchema } from './columns';
import type { TrackerHeader, TrackerColumnOffer } from './header';

const column = z.int().check(z.gte(0), z.lte(LAST_COLUMN - 1));
const text = (most: number) => z.string().check(z.maxLength(most));
/** What can be chosen as columns of a sheet. */
export const OfferSchema = z.object({
  titles: z
    .array(z.object({ index: column, title: text(MAX_TITLE_CHARS) }))
    .check(z.maxLength(MAX_KNOWN_COLUMNS)),
  fingerprint: text(MAX_FINGERPRINT_CHARS),
  choice: z.nullable(TrackerColumnChoiceSchema),
});

/** A row of a sheet of trackers: its texts, in the order of the header’s columns. */
const RowSchema = z.object({
  /** Counted from 0. */
  row: z.int().check(z.gte(0), z.lte(LAST_ROW - 1)),
  texts: z.array(text(MAX_CELL_CHARS)).check(z.maxLength(TRACKER_COLUMNS.length)),
  filledId: z.exactOptional(text(MAX_CELL_CHARS)),
  adServer: z.exactOptional(text(MAX_CELL_CHARS)),
});

/** A sheet of trackers as its reader gives it, from another thread too. */
export const OpenTrackerSheetSchema = z.object({
  name: text(300),
  header: z.object({
    row: z.int().check(z.gte(0), z.lte(LAST_ROW - 1)),
    columns: z
      .array(z.tuple([z.enum(TRACKER_COLUMNS), column]))
      .check(z.maxLength(TRACKER_COLUMNS.length)),
  }),
  offer: OfferSchema,
  rows: z.array(RowSchema).check(z.maxLength(MAX_TRACKER_ROWS)),
});

/** A sheet of trackers: what names its columns, and the rows below that have something in one of them. */
export interface OpenTrackerSheet {
  readonly name: string;
  readonly header: TrackerHeader;
  readonly offer: TrackerColumnOffer;
  readonly rows: readonly SheetRow[];
}

export interface SheetRow {
  readonly row: number;
  readonly texts: readonly string[];
  /** The id that was filled in beside the sheet's own, where there is one. */
  readonly filledId?: string;
  /** For which ad server its tag is, where it says so. */
  readonly adServer?: string;
}
