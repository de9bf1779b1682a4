import { cellAddress } from '../../core/table/cells';
import { FillError } from '../../core/table/fill-problem';
import type { FilledCell, SheetFill } from '../../core/table/filled-cell';
import { createCellPlaces, placeTold } from '../cell-places';
import { isTrue } from '../workbook';
import { attribute, type XmlReader } from '../xml';
import { type CellRange, formulaRange, readRange } from './cell-range';
import { cellXml, prefixOf } from './cell-xml';
import { type Edit, valuePlace } from './edit';
import { createRowFiller } from './row-filler';
import { around, wantedCells } from './wanted-cells';

/**
 * Reads a sheet's XML and says what has to become another text so that the cells are filled in: a cell in its place in the
 * row, a row that is missing, and how far the sheet reaches. Nothing else is touched. Fails with `FillError` where a cell is
 * not free.
 */
export function createSheetEdits({ cells, ours }: SheetFill): {
  readonly reader: XmlReader;
  /** Whether its owner has protected it against changes. */
  isProtected(): boolean;
  /** To be called at the end. */
  finish(): readonly Edit[];
} {
  const wanted = wantedCells(cells);
  const edits: Edit[] = [];
  const places = createCellPlaces();
  let data: { readonly start: number; readonly raw: string } | null = null;
  let isInside = false;
  let isDone = false;
  let isProtected = false;
  let next = 0;
  let last = -1;
  let filler: ReturnType<typeof createRowFiller> | null = null;

  // Rows that the sheet does not have yet, up to this one.
  function missingRows(before: number): string {
    const prefix = prefixOf(data?.raw ?? '');
    let rows = '';
    for (let row = wanted.rows[next]; row !== undefined && row < before; row = wanted.rows[next]) {
      next += 1;
      const filled = wanted.of(row).filter(({ value }) => value !== null);
      if (filled.length === 0) continue;
      const inside = filled.map((cell) => cellXml(cell, null, prefix)).join('');
      rows += `<${prefix}row r="${row + 1}">${inside}</${prefix}row>`;
    }
    return rows;
  }

  function insert(at: number, text: string): void {
    if (text !== '') edits.push({ from: at, to: at, text });
  }

  function openRow(attributes: string, start: number, raw: string): void {
    const row = places.row(placeTold(attributes));
    if (row <= last) throw new FillError('odd-order');
    last = row;
    insert(start, missingRows(row));
    if (wanted.rows[next] !== row) return;
    next += 1;
    filler = createRowFiller(wanted.of(row), ours, edits, { attributes, start, raw });
  }

  // The text from `at` on that ends the rows; where the element is empty, it has to be opened first.
  function closeData(start: number, end: number): void {
    isInside = false;
    isDone = true;
    const rows = missingRows(Infinity);
    if (rows === '' || data === null) return;
    if (start !== data.start) insert(start, rows);
    else edits.push({ from: end - 2, to: end, text: `>${rows}</${data.raw}>` });
  }

  function extent(attributes: string, start: number, raw: string): void {
    const place = valuePlace(attributes, 'ref');
    const told = readRange(attribute(attributes, 'ref'));
    if (!place || !told || !wanted.range) return;
    const now = around(told, wanted.range);
    if (isSame(told, now)) return;
    const text = `${cellAddress(now.top, now.left)}:${cellAddress(now.bottom, now.right)}`;
    const before = start + 1 + raw.length;
    edits.push({ from: before + place.from, to: before + place.to, text });
  }

  function refuse(problem: 'formula' | 'merged', ref: string | null): void {
    const range = readRange(ref);
    const found =
      range && wanted.within(range, problem === 'formula' ? 'first-too' : 'but-the-first');
    if (found) throw new FillError(problem, addressOf(found));
  }

  const reader: XmlReader = {
    open(name, attributes, start, _end, raw) {
      if (name === 'sheetData' && !isDone) {
        isInside = true;
        data = { start, raw };
      } else if (!isInside) {
        if (name === 'dimension' && !isDone) extent(attributes, start, raw);
        if (name === 'sheetProtection') isProtected = isTrue(attribute(attributes, 'sheet'));
        if (name === 'mergeCell') refuse('merged', attribute(attributes, 'ref'));
      } else if (name === 'row') openRow(attributes, start, raw);
      else if (name === 'c')
        filler?.openCell(places.column(placeTold(attributes)), attributes, start);
      else {
        // A formula may fill more cells than its own.
        if (name === 'f') refuse('formula', formulaRange(attributes));
        filler?.openInside(name);
      }
    },
    close(name, start, end) {
      if (!isInside) return;
      if (name === 'sheetData') closeData(start, end);
      else if (name === 'c') filler?.closeCell(end);
      else if (name === 'row') {
        filler?.closeRow(start, end);
        filler = null;
      } else filler?.closeInside(name);
    },
    text: (text) => filler?.text(text),
  };

  return {
    reader,
    isProtected: () => isProtected,
    finish() {
      if (!isDone) throw new FillError('odd-order');
      return edits;
    },
  };
}

const addressOf = ({ row, column }: FilledCell) => cellAddress(row, column);

function isSame(one: CellRange, { top, left, bottom, right }: CellRange): boolean {
  return one.top === top && one.left === left && one.bottom === bottom && one.right === right;
}
