import { cellAddress } from '../../core/table/cells';
import { FillError } from '../../core/table/fill-problem';
import type { FilledCell } from '../../core/table/filled-cell';
import { damaged } from '../archive-directory';
import { attribute } from '../xml';
import { cellXml, prefixOf } from './cell-xml';
import { type Edit, valuePlace } from './edit';

interface RowTag {
  readonly attributes: string;
  readonly start: number;
  readonly raw: string;
}

interface OpenCell {
  readonly wanted: FilledCell;
  readonly start: number;
  readonly style: string | null;
}

/** Fills cells into one row that is there, as its cells are read: each before the first one to the right of it. */
export function createRowFiller(
  wanted: readonly FilledCell[],
  ours: ReadonlySet<number>,
  edits: Edit[],
  tag: RowTag,
) {
  const prefix = prefixOf(tag.raw);
  const likes = new Set(wanted.map(({ like }) => like));
  const styles = new Map<number, string | null>();
  let next = 0;
  let last = -1;
  let cell: OpenCell | null = null;
  let isValue = false;
  widen();

  // What the row tells of its columns; programs take it for where its cells end.
  function widen(): void {
    const place = valuePlace(tag.attributes, 'spans');
    const columns = wanted.flatMap(({ value, column }) => (value === null ? [] : [column + 1]));
    const [first] = columns;
    const end = columns.at(-1);
    if (!place || first === undefined || end === undefined) return;
    const told = tag.attributes.slice(place.from, place.to).match(/\d+/g)?.map(Number) ?? [];
    const from = told[0] ?? first;
    const to = told.at(-1) ?? end;
    if (first >= from && end <= to) return;
    const before = tag.start + 1 + tag.raw.length;
    const text = `${Math.min(from, first)}:${Math.max(to, end)}`;
    edits.push({ from: before + place.from, to: before + place.to, text });
  }

  function cellsBefore(column: number): string {
    let text = '';
    for (let one = wanted[next]; one && one.column < column; one = wanted[next]) {
      next += 1;
      const style = one.like === undefined ? null : (styles.get(one.like) ?? null);
      if (one.value !== null) text += cellXml(one, style, prefix);
    }
    return text;
  }

  function refuse(problem: 'formula' | 'taken', { row, column }: FilledCell): never {
    throw new FillError(problem, cellAddress(row, column));
  }

  return {
    openCell(column: number, attributes: string, start: number): void {
      if (column <= last) throw new FillError('odd-order');
      last = column;
      if (likes.has(column)) styles.set(column, styleOf(attributes));
      const text = cellsBefore(column);
      if (text !== '') edits.push({ from: start, to: start, text });
      const one = wanted[next];
      if (one?.column !== column) return;
      next += 1;
      cell = { wanted: one, start, style: styleOf(attributes) };
    },
    openInside(name: string): void {
      if (cell === null) return;
      if (name === 'f') refuse('formula', cell.wanted);
      isValue = name === 'v' || name === 't';
    },
    closeInside(name: string): void {
      if (name === 'v' || name === 't') isValue = false;
    },
    text(text: string): void {
      if (cell === null || !isValue || text === '') return;
      if (!ours.has(cell.wanted.column)) refuse('taken', cell.wanted);
    },
    closeCell(end: number): void {
      if (cell === null) return;
      edits.push({ from: cell.start, to: end, text: cellXml(cell.wanted, cell.style, prefix) });
      cell = null;
    },
    closeRow(start: number, end: number): void {
      const text = cellsBefore(Infinity);
      if (text === '') return;
      if (start !== tag.start) edits.push({ from: start, to: start, text });
      else edits.push({ from: end - 2, to: end, text: `>${text}</${tag.raw}>` });
    },
  };
}

function styleOf(attributes: string): string | null {
  const style = attribute(attributes, 's');
  if (style !== null && !/^\d+$/.test(style)) throw damaged();
  return style;
}
