import { createCellPlaces, placeTold } from '../cell-places';
import { attribute, type XmlReader } from '../xml';
import { type CellRange, formulaRange, readRange } from './cell-range';

/**
 * Reads a sheet's XML and tells of every place that is taken: cells that hold something, formulas too that came to nothing,
 * what formulas fill beside their own cell, and merges.
 */
export function createExtentReader(add: (range: CellRange) => void): XmlReader {
  const places = createCellPlaces();
  let isInside = false;
  let isValue = false;
  let row = -1;
  let column = -1;
  const here = () => add({ top: row, left: column, bottom: row, right: column });

  return {
    open(name, attributes) {
      if (name === 'sheetData') isInside = true;
      else if (name === 'mergeCell') addRange(attribute(attributes, 'ref'), add);
      else if (!isInside) return;
      else if (name === 'row') row = places.row(placeTold(attributes));
      else if (name === 'c') column = places.column(placeTold(attributes));
      else if (name === 'v' || name === 't') isValue = true;
      else if (name === 'f') {
        here();
        addRange(formulaRange(attributes), add);
      }
    },
    close(name) {
      if (name === 'sheetData') isInside = false;
      if (name === 'v' || name === 't') isValue = false;
    },
    text(text) {
      if (isInside && isValue && text !== '') here();
    },
  };
}

/** Tells of where a table or a pivot table of a sheet lies, by that one's own part. */
export function createPlaceReader(add: (range: CellRange) => void): XmlReader {
  return {
    open(name, attributes) {
      if (name === 'table' || name === 'location') addRange(attribute(attributes, 'ref'), add);
    },
    close() {},
  };
}

/** Tells of the cells that pictures and charts of a sheet cover, by their part: from one corner to the other. */
export function createDrawingReader(add: (range: CellRange) => void): XmlReader {
  const corners = { from: { col: 0, row: 0 }, to: { col: 0, row: 0 } };
  let corner: 'from' | 'to' | null = null;
  let side: 'col' | 'row' | null = null;
  let text = '';
  return {
    open(name) {
      if (name === 'from' || name === 'to') corner = name;
      side = corner !== null && (name === 'col' || name === 'row') ? name : null;
      text = '';
    },
    close(name) {
      if (corner !== null && name === side) corners[corner][name] = Math.max(0, Number(text) || 0);
      side = null;
      if (name === 'to') {
        const { from, to } = corners;
        add({ top: from.row, left: from.col, bottom: to.row, right: to.col });
      }
      if (name === corner) corner = null;
    },
    text(more) {
      if (side !== null) text = (text + more).slice(0, 20);
    },
  };
}

function addRange(ref: string | null, add: (range: CellRange) => void): void {
  const range = readRange(ref);
  if (range) add(range);
}
