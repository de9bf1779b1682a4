import { cellAddress } from '../table/cells';
import { type ColumnPlace, OBJECT_COLUMNS, type ObjectField, type TrackerColumn } from './columns';
import type { IssueCode, RowIssue } from './issue';
import type { SheetRow } from './open-sheet';

type IssueParts = Partial<Pick<RowIssue, 'candidates' | 'rows' | 'choice'>>;

interface Place {
  /** Where it stands among the texts of a row, and in the file; both counted from 0. */
  readonly at: number;
  readonly index: number;
}

/** The columns of a sheet, and of those that name objects the ones that it has. */
export interface Layout {
  readonly places: Partial<Record<TrackerColumn, Place>>;
  readonly objects: Readonly<Record<ObjectField, readonly TrackerColumn[]>>;
}

export function layoutOf(columns: readonly ColumnPlace[]): Layout {
  const places: Partial<Record<TrackerColumn, Place>> = {};
  for (const [at, [column, index]] of columns.entries()) places[column] = { at, index };
  const thereOf = (field: ObjectField) =>
    OBJECT_COLUMNS[field].filter((column) => places[column] !== undefined);
  return {
    places,
    objects: {
      lineItem: thereOf('lineItem'),
      publisher: thereOf('publisher'),
      placement: thereOf('placement'),
      paymentRule: thereOf('paymentRule'),
    },
  };
}

/** The texts of one row by their columns, and what is wrong with them. */
export class RowCells {
  readonly issues: RowIssue[] = [];
  private readonly row: SheetRow;
  private readonly layout: Layout;

  constructor(row: SheetRow, layout: Layout) {
    this.row = row;
    this.layout = layout;
  }

  /** As spreadsheets count. */
  get line(): number {
    return this.row.row + 1;
  }

  /** What stands in a column; `''` where nothing does. */
  text(column: TrackerColumn): string {
    const place = this.layout.places[column];
    const own = place === undefined ? '' : (this.row.texts[place.at] ?? '');
    return own === '' && column === 'id' ? (this.row.filledId ?? '') : own;
  }

  /** The same; `null` where nothing does. */
  said(column: TrackerColumn): string | null {
    return this.text(column) || null;
  }

  /** The columns in which it says something of an object. */
  saidOf(field: ObjectField): readonly TrackerColumn[] {
    const there = this.layout.objects[field];
    return there.length === 0 ? there : there.filter((column) => this.text(column) !== '');
  }

  /** Notes what is wrong, at the first of these columns that the sheet has. */
  note(code: IssueCode, columns: readonly TrackerColumn[], parts: IssueParts = {}): void {
    const { places } = this.layout;
    const column = columns.find((one) => places[one] !== undefined) ?? null;
    const place = column === null ? Object.values(places)[0] : places[column];
    this.issues.push({
      code,
      column,
      address: cellAddress(this.row.row, place?.index ?? 0),
      said: column === null ? '' : this.text(column),
      candidates: parts.candidates ?? [],
      rows: parts.rows ?? [],
      choice: parts.choice ?? null,
    });
  }
}
