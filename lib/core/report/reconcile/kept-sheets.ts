import { z } from '../../base/schema';
import {
  countPlacements,
  MAX_SHEET_PLACEMENTS,
  SheetPlacementSchema,
  type SheetReading,
  SheetReadingSchema,
} from './sheet-placements';

const MAX_SHEETS = 50;
/** Characters of a file’s name. */
const MAX_FILE_NAME = 300;

const KeptSheetSchema = z.object({
  advertiserId: z.int().check(z.positive()),
  fileName: z.string().check(z.maxLength(MAX_FILE_NAME)),
  /** Milliseconds since 1970. */
  readAt: z.int().check(z.gte(0)),
  placements: z.array(SheetPlacementSchema).check(z.maxLength(MAX_SHEET_PLACEMENTS)),
  leftOut: SheetReadingSchema.shape.leftOut,
});
/** What a tag sheet says of placements, kept for its advertiser. */
export type KeptSheet = Readonly<z.infer<typeof KeptSheetSchema>>;

export const KeptSheetsSchema = z.array(KeptSheetSchema).check(z.maxLength(MAX_SHEETS));
/** The newest first. */
export type KeptSheets = readonly KeptSheet[];

/**
 * Why a tag sheet is not kept: it is a report of an ad server, names no tracker or no placement, only trackers that are not of this
 * advertiser, or more is kept already than there is room for.
 */
export type SheetRefusal = NonNullable<SheetReading['isNone']> | 'other-advertiser';

/** A tag sheet as it is listed. */
export interface ShownSheet {
  readonly fileName: string;
  /** Milliseconds since 1970. */
  readonly readAt: number;
  /** Placements that it names, and those of them that are of no tracker of the advertiser. */
  readonly placements: number;
  readonly others: number;
  readonly leftOut: KeptSheet['leftOut'];
}

/**
 * The sheets with one more, which takes the place of one of the same name and advertiser; others stay. `null` where that were more than
 * is kept: placements of all sheets as many as of one.
 */
export function withSheet(before: KeptSheets, sheet: KeptSheet): KeptSheets | null {
  const named = { ...sheet, fileName: sheet.fileName.slice(0, MAX_FILE_NAME) };
  const after = [named, ...withoutSheet(before, named.advertiserId, named.fileName)];
  const placements = after.reduce((sum, one) => sum + one.placements.length, 0);
  return after.length > MAX_SHEETS || placements > MAX_SHEET_PLACEMENTS ? null : after;
}

/** The sheets without one. */
export function withoutSheet(
  before: KeptSheets,
  advertiserId: number,
  fileName: string,
): KeptSheets {
  return before.filter((one) => one.advertiserId !== advertiserId || one.fileName !== fileName);
}

/** Those of an advertiser. */
export function sheetsOf(advertiserId: number, sheets: KeptSheets): KeptSheets {
  return sheets.filter((one) => one.advertiserId === advertiserId);
}

/** A sheet as it is listed; `ids` are the trackers of its advertiser. */
export function shownSheet(
  { fileName, readAt, placements, leftOut }: KeptSheet,
  ids: ReadonlySet<number>,
): ShownSheet {
  const others = placements.filter(({ trackerId }) => !ids.has(trackerId));
  return {
    fileName,
    readAt,
    placements: countPlacements(placements),
    others: countPlacements(others),
    leftOut,
  };
}
