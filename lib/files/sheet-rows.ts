import { MAX_CELL_CHARS, MAX_CELLS, MAX_FILE_ROWS } from '../core/base/limits';
import { SheetFileError } from '../core/table/file-problem';
import type { TakeRow } from '../core/table/raw-row';
import { createCellPlaces, placeTold } from './cell-places';
import { createTextReader } from './shared-strings';
import { dateOf } from './styles';
import { isTrue } from './workbook';
import { attribute, type XmlReader } from './xml';
import { fromXlsxText } from './xlsx-text';

/** What the cells of a sheet refer to, and how many of its kind a file has had so far. */
export interface SheetSurroundings {
  readonly texts: readonly string[];
  readonly isDate: (style: number) => boolean;
  readonly from1904: boolean;
  readonly count: { rows: number; cells: number };
}

interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
}

// As nearly every program writes a cell; anything else is read with more patience.
const USUAL_CELL = /^ r="([A-Z]{1,3}\d{1,7})"(?: s="(\d+)")?(?: t="(\w+)")?$/;

/**
 * Reads the XML of a sheet row by row and keeps nothing of it: of each row the cells that hold
 * something, wherever they stand. Fails with `SheetFileError`.
 */
export function createSheetReader(around: SheetSurroundings, take: TakeRow): XmlReader {
  const { count } = around;
  const inline = createTextReader();
  const places = createCellPlaces();
  let row = -1;
  let columns: number[] = [];
  let values: unknown[] = [];
  let cell: OpenCell | null = null;
  let value: string | null = null;
  let goesOn = true;

  function openRow(attributes: string): void {
    count.rows += 1;
    if (count.rows > MAX_FILE_ROWS) throw new SheetFileError('too-large');
    row = places.row(placeTold(attributes));
    columns = [];
    values = [];
  }

  function openCell(attributes: string): void {
    count.cells += 1;
    if (count.cells > MAX_CELLS) throw new SheetFileError('too-much');
    const usual = USUAL_CELL.exec(attributes);
    const [address, style, type] = usual
      ? [usual[1], usual[2], usual[3]]
      : ['r', 's', 't'].map((name) => attribute(attributes, name) ?? undefined);
    const column = places.column(address ?? null);
    cell = { column, type: type ?? 'n', style: Number(style ?? 0) };
    value = null;
    inline.begin();
  }

  function closeCell({ column, type, style }: OpenCell): void {
    const found = type === 'inlineStr' ? inline.text() : read(value, type, style, around);
    cell = null;
    if (found === null || found === '') return;
    columns.push(column);
    values.push(found);
  }

  return {
    open(name, attributes) {
      if (!goesOn) return;
      if (name === 'row') openRow(attributes);
      else if (name === 'c') openCell(attributes);
      else if (cell === null) return;
      else if (name === 'v') value = '';
      else inline.open(name);
    },
    close(name) {
      if (!goesOn) return;
      if (name === 'c' && cell !== null) closeCell(cell);
      else if (name === 'row' && columns.length > 0) goesOn = take({ row, columns, values });
      else if (name === 'v' && cell !== null) value ??= '';
      else inline.close(name);
    },
    text(text) {
      if (cell === null) return;
      inline.add(text);
      if (value === null) return;
      value += text;
      if (value.length > MAX_CELL_CHARS * 7) throw new SheetFileError('cell-too-long');
    },
    goesOn: () => goesOn,
  };
}

/** What a cell says, by its type; `null` where it says nothing. */
function read(
  value: string | null,
  type: string,
  style: number,
  around: SheetSurroundings,
): unknown {
  if (value === null || value.trim() === '') return value;
  switch (type) {
    case 's':
      return around.texts[Number(value)] ?? null;
    case 'str': {
      const text = fromXlsxText(value);
      if (text.length > MAX_CELL_CHARS) throw new SheetFileError('cell-too-long');
      return text;
    }
    case 'b':
      return isTrue(value.trim());
    case 'd':
      return new Date(value);
    case 'n': {
      const number = Number(value);
      if (!Number.isFinite(number)) return null;
      return around.isDate(style) ? dateOf(number, around.from1904) : number;
    }
    default:
      // `e`: a formula that came to nothing.
      return null;
  }
}
