import { MAX_EXPORT_ROWS } from '../base/limits';
import { withoutSignIns } from '../recording/without-sign-ins';
import type { SheetCell } from '../table/cells';
import type { MomentCell, WorkbookSheet } from '../table/table';

/** What a cell of an exported verification holds. */
export type ExportCell = SheetCell | MomentCell;

/** A column of a sheet: its title, its width in characters, and what stands in it. */
export interface ExportColumn<Row> {
  readonly title: string;
  readonly width: number;
  readonly cell: (row: Row) => ExportCell;
}

interface Layout<Row> {
  readonly name: string;
  readonly columns: readonly ExportColumn<Row>[];
  readonly rows: Iterable<Row>;
  /** What stands above the header. */
  readonly top?: readonly (readonly ExportCell[])[];
  /** Columns that stay in view. */
  readonly fixedColumns?: number;
  readonly rowHeight?: number | null;
  readonly words: {
    readonly cutNote: string;
    /** Says that there are more rows than a sheet is given. */
    readonly more: (kept: number) => string;
  };
}

/** A sheet of these rows, no more than `most`: what is beyond is told in a last row. */
export function sheetOf<Row>(layout: Layout<Row>, most = MAX_EXPORT_ROWS): WorkbookSheet {
  const { name, columns, rows, top = [], fixedColumns = 0, rowHeight = null, words } = layout;
  const body: (readonly ExportCell[])[] = [];
  for (const row of rows) {
    if (body.length >= most) {
      body.push([words.more(most)]);
      break;
    }
    body.push(columns.map(({ cell }) => withoutSecrets(cell(row))));
  }
  return {
    name,
    table: {
      rows: [
        ...top.map((row) => row.map(withoutSecrets)),
        columns.map(({ title }) => title),
        ...body,
      ],
      headerRow: top.length,
    },
    widths: columns.map(({ width }) => width),
    fixedColumns,
    rowHeight,
    cutNote: words.cutNote,
  };
}

function withoutSecrets(cell: ExportCell): ExportCell {
  return typeof cell === 'string' ? withoutSignIns(cell) : cell;
}
