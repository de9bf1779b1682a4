import type { ThirdPartyReport } from '../third-party';
import type { DateOrder } from './columns';
import type { ReadCount } from './counts';
import { type ReadDate, readDate, readHour } from './dates';
import type { Figure } from './gather';
import type { OpenReportSheet, ReportRow } from './sheet-reader';
import { isTotal } from './totals';

type LeftOut = ThirdPartyReport['leftOut'][number];
type Why = LeftOut['why'];

interface Reader {
  readonly order: DateOrder | null;
  readonly readCount: ReadCount;
  /** What a file without a column of placements is called by. */
  readonly fileName: string;
}

interface Around extends Reader {
  readonly hasHours: boolean;
  readonly isOfOne: boolean;
  readonly dateIn: (text: string) => ReadDate | null;
}

// An id of which a spreadsheet has kept the first digits: others are written the same.
const SHORTENED = /^\d(?:[.,]\d+)?e\+\d+$/i;
// What stands for nothing in a cell.
const EMPTY = /^(?:[-–—]+|n\/?a|\(?(?:not set|none|unknown)\)?)?$/i;

/** The figures of a sheet, and the rows that are none. */
export function readRows(sheet: OpenReportSheet, reader: Reader) {
  const figures: Figure[] = [];
  const leftOut: LeftOut[] = [];
  const has = (name: string) => sheet.header.columns.some(([column]) => column === name);
  const around = {
    ...reader,
    dateIn: rememberDates(reader.order),
    hasHours: has('hour'),
    isOfOne: !has('placement') && !has('placementId'),
  };
  const rows = sheet.rows.map((row) => ({ row, read: readRow(row, around) }));
  const isWithoutHour = daysAmongHours(rows.map(({ read }) => read));
  for (const { row, read } of rows) {
    if (typeof read === 'string') {
      leftOut.push({ row: row.row, why: read });
      continue;
    }
    if (isWithoutHour(read)) {
      leftOut.push({ row: row.row, why: 'no-date' });
      continue;
    }
    figures.push(read);
    if (read.count === null) leftOut.push({ row: row.row, why: 'no-count' });
  }
  return { figures, leftOut };
}

/**
 * Which figures are of days among those of hours. A workbook writes midnight as its day alone; where it is written out, what has no hour
 * is a sum of others, or nobody knows of which hour.
 */
function daysAmongHours(reads: readonly (Figure | Why)[]): (figure: Figure) => boolean {
  const hours = new Set(reads.map((read) => (typeof read === 'string' ? null : read.hour)));
  const isWritten = hours.has(0) && [...hours].some((hour) => hour !== null && hour > 0);
  return ({ hour }) => isWritten && hour === null;
}

function readRow({ texts, first }: ReportRow, around: Around): Figure | Why {
  const date = around.dateIn(texts.date ?? '');
  const id = named(texts.placementId);
  const name = named(texts.placement);
  if (isTotal([first, texts.date ?? '', name ?? '', id ?? ''], date !== null)) return 'total';
  if (date === null) return 'no-date';
  const hour = around.hasHours ? hourOf(texts.hour ?? '', around.order) : date.hour;
  if (around.hasHours && hour === null) return 'no-date';
  const placement = name ?? id ?? (around.isOfOne ? around.fileName : null);
  if (placement === null) return 'no-placement';
  return {
    placement,
    placementId: id,
    day: date.day,
    hour,
    count: around.readCount(texts.impressions ?? ''),
    device: filled(texts.device),
    system: filled(texts.system),
  };
}

/** Reads each date once: of very many rows few have another. */
function rememberDates(order: DateOrder | null): Around['dateIn'] {
  const known = new Map<string, ReadDate | null>();
  return (text) => {
    let date = known.get(text);
    if (date === undefined) {
      date = readDate(text, order);
      known.set(text, date);
    }
    return date;
  };
}

/** The hour of a column of its own; some repeat the date there. */
function hourOf(text: string, order: DateOrder | null): number | null {
  return readHour(text) ?? readDate(text, order)?.hour ?? null;
}

function named(text: string | undefined): string | null {
  const said = filled(text);
  return said !== null && SHORTENED.test(said) ? null : said;
}

function filled(text: string | undefined): string | null {
  return text === undefined || EMPTY.test(text) ? null : text;
}
