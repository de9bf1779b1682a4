import { MAX_FILE_ROWS } from '../../base/limits';
import { asTyped } from '../../table/formulas';
import { collectRows, SEARCHED_ROWS } from '../../table/collect-rows';
import { tabular } from '../../table/column-titles';
import { SheetFileError } from '../../table/file-problem';
import type { RawRow, TakeRow } from '../../table/raw-row';
import type { RowScore } from '../../table/row-score';
import type { ReportColumn, ReportColumnMemory } from './columns';
import {
  type ReportColumnOffer,
  type ReportHeader,
  reportUnderstood,
  understandReport,
} from './header';
import { type Preamble, readPreamble } from './preamble';

/** A row of a report as its file has it. */
export interface ReportRow {
  /** Counted from 0. */
  readonly row: number;
  /** Of the columns that are known; `''` where nothing stands. */
  readonly texts: Readonly<Partial<Record<ReportColumn, string>>>;
  /** What stands under the first title. */
  readonly first: string;
}

/** A sheet of an ad server's report: its columns, and the rows below. */
export interface OpenReportSheet {
  readonly name: string;
  readonly header: ReportHeader;
  readonly offer: ReportColumnOffer;
  readonly preamble: Preamble;
  readonly rows: readonly ReportRow[];
  /** In the spreadsheet nobody sees it. */
  readonly isHidden: boolean;
}

/** No sheet of a file is recognised as a report; whoever knows better can choose its columns. */
export class NoReportError extends SheetFileError {
  readonly offer: ReportColumnOffer | null;

  constructor(offer: ReportColumnOffer | null) {
    super('no-header');
    this.offer = offer;
  }
}

const score: RowScore = {
  rows: SEARCHED_ROWS,
  of: (rows) => reportUnderstood(rows) || tabular(rows),
};

/**
 * Takes the rows of a file's sheets and gives those that are reports, in the order of the file. `memory` says which columns
 * were chosen by hand in sheets with such titles.
 */
export function createReportSheetReader(memory: ReportColumnMemory = []) {
  const sheets: ReturnType<typeof collectSheet>[] = [];
  return {
    score,
    open(name: string, isHidden = false): TakeRow {
      const sheet = collectSheet(name, isHidden, memory);
      sheets.push(sheet);
      return sheet.take;
    },
    /** Fails with `NoReportError` where no sheet is one. */
    finish(): readonly OpenReportSheet[] {
      const found = sheets.flatMap((sheet) => sheet.finish() ?? []);
      if (found.length > 0) return found;
      const offers = sheets.flatMap((sheet) => sheet.offer() ?? []);
      const [most] = offers.toSorted((a, b) => b.titles.length - a.titles.length);
      throw new NoReportError(most ?? null);
    },
  };
}

function collectSheet(name: string, isHidden: boolean, memory: ReportColumnMemory) {
  let offer: ReportColumnOffer | null = null;
  let preamble: Preamble = { timeZone: null, adServer: null };
  const collector = collectRows<ReportHeader>({
    understand: (top) => {
      const understood = understandReport(top, memory);
      ({ offer } = understood);
      const { header } = understood;
      if (header) preamble = readPreamble(top, header.row);
      return header;
    },
    columnsOf: ({ columns, first }) => [...columns.map(([, at]) => at), first],
    most: MAX_FILE_ROWS,
  });
  return {
    take: (row: RawRow) => collector.take(withHours(row)),
    finish(): OpenReportSheet | null {
      const found = collector.finish();
      if (found === null || offer === null) return null;
      const { header } = found;
      const rows = found.rows.map((row) => rowOf(row, header));
      return { name: name.slice(0, 300), header, offer, preamble, rows, isHidden };
    },
    offer(): ReportColumnOffer | null {
      collector.finish();
      return offer;
    },
  };
}

function rowOf({ row, values }: RawRow, { columns }: ReportHeader): ReportRow {
  const texts: Partial<Record<ReportColumn, string>> = {};
  const textAt = (at: number) => asTyped(String(values[at] ?? '')).trim();
  for (const [at, [column]] of columns.entries()) texts[column] = textAt(at);
  return { row, texts, first: textAt(columns.length) };
}

/**
 * A moment of a workbook keeps its hour, which a day has not. A number there says itself where its decimals begin: three of them
 * would be taken for thousands.
 */
function withHours(row: RawRow): RawRow {
  if (!row.values.some((value) => value instanceof Date || isOfThousandths(value))) return row;
  return {
    ...row,
    values: row.values.map((value) => (isOfThousandths(value) ? `${value}0` : momentText(value))),
  };
}

function isOfThousandths(value: unknown): boolean {
  return typeof value === 'number' && /\.\d{3}$/.test(String(value));
}

function momentText(value: unknown): unknown {
  if (!(value instanceof Date) || Number.isNaN(value.getTime())) return value;
  const text = value.toISOString();
  return text.slice(11, 19) === '00:00:00' ? text.slice(0, 10) : text.slice(0, 16);
}
