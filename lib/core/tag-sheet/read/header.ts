import { columnLetters, readText } from '../../table/cells';
import { isRemark } from '../../table/own-titles';
import { type SheetColumn, TAG_FORMS, type TagForm } from '../columns';
import { SEARCHED_ROWS } from '../../table/collect-rows';
import { cellIn, LONGEST_TITLE } from '../../table/column-titles';
import type { RawRow } from '../../table/raw-row';
import { columnCalled, formIn, tagFormIn } from './titles';

/** A column whose cells hold tags; `any` where the sheet does not say in which form. */
export interface TagColumn {
  readonly index: number;
  readonly form: TagForm | 'any';
  readonly title: string;
}

/** The row that names the columns, and what was understood of it. */
export interface SheetHeader {
  /** Counted from 0; -1 where no row names them. */
  readonly row: number;
  readonly columns: ReadonlyMap<SheetColumn, number>;
  readonly tagColumns: readonly TagColumn[];
}

/**
 * The header, wherever it stands among the first hundred rows. Where cells hold addresses of impression
 * trackers, their columns are the ones for tags, whatever they are called, and the row above with most
 * known titles names the others. Else the row with most known titles, if it has two at least and one of
 * them is of a tag. `null` where there is neither.
 */
export function findHeader(rows: readonly RawRow[]): SheetHeader | null {
  const searched = rows.filter(({ row }) => row < SEARCHED_ROWS);
  const found = tagCellsIn(searched);
  return found ? headerAbove(searched, found) : headerByTitles(searched);
}

/** How many columns were understood. */
export function sizeOf({ columns, tagColumns }: SheetHeader): number {
  const others = tagColumns.filter(
    ({ form, index }) => form === 'any' || columns.get(form) !== index,
  );
  return columns.size + others.length;
}

/** How well the first rows of a table are understood: of several ways to cut them the best counts. */
export function understood(rows: readonly RawRow[]): number {
  const header = findHeader(rows);
  if (header === null) return 0;
  const isTag = ({ index }: TagColumn) => rows.some((row) => looksLikeTag(cellIn(row, index)));
  const isTable = rows.some(({ columns }) => columns.length > 1);
  return sizeOf(header) * 4 + (header.tagColumns.some(isTag) ? 2 : 0) + (isTable ? 1 : 0);
}

/** The columns that the sheet's rows are read of, in order. */
export function knownColumns({ columns, tagColumns }: SheetHeader): readonly number[] {
  const known = new Set([...columns.values(), ...tagColumns.map(({ index }) => index)]);
  return [...known].toSorted((a, b) => a - b);
}

function headerByTitles(rows: readonly RawRow[]): SheetHeader | null {
  let best: SheetHeader | null = null;
  for (const row of rows) {
    const header = readTitles(row);
    if (header.tagColumns.length === 0 || sizeOf(header) < 2) continue;
    if (best === null || sizeOf(header) > sizeOf(best)) best = header;
  }
  return best;
}

interface TagCells {
  readonly firstRow: number;
  readonly columns: ReadonlySet<number>;
}

// Where the addresses stand, and the first row that has one.
function tagCellsIn(rows: readonly RawRow[]): TagCells | null {
  const columns = new Set<number>();
  let firstRow: number | null = null;
  for (const { row, columns: places, values } of rows) {
    for (const [at, value] of values.entries()) {
      if (!holdsTag(value)) continue;
      columns.add(places[at] ?? 0);
      firstRow ??= row;
    }
  }
  return firstRow === null ? null : { firstRow, columns };
}

function holdsTag(value: unknown): boolean {
  return typeof value === 'string' && /imptr(?:\/|%2F)?(?:[?&]|%3F|\\u003f)/i.test(value);
}

function headerAbove(rows: readonly RawRow[], { firstRow, columns }: TagCells): SheetHeader {
  const above = rows.filter(({ row }) => row < firstRow).toReversed();
  const best = above
    .map(readTitles)
    .reduce<SheetHeader | null>(
      (best, header) => (sizeOf(header) > (best ? sizeOf(best) : 0) ? header : best),
      null,
    );
  // With no title that is known, the row right above that has one for the tags.
  const named = above.find((row) => [...columns].some((index) => cellIn(row, index) !== ''));
  const row = best ? above.find((it) => it.row === best.row) : named;
  return withTagColumns(row, best, columns);
}

function withTagColumns(
  row: RawRow | undefined,
  titles: SheetHeader | null,
  all: ReadonlySet<number>,
): SheetHeader {
  const isNamedOther = (index: number) =>
    [...(titles?.columns ?? [])].some(([key, at]) => at === index && !isForm(key));
  // A note may quote a tag.
  const told = [...all].filter((index) => row === undefined || !isRemark(cellIn(row, index)));
  const found = new Set(told);
  const ours = told.filter((index) => !isNamedOther(index));
  const named = titles?.tagColumns ?? [];
  // What only sounds like a column for tags, beside those that hold some, is another vendor's.
  const kept = named.filter(({ index, title }) => found.has(index) || columnCalled(title) !== null);
  const known = new Set(kept.map(({ index }) => index));
  const added = (ours.length + kept.length > 0 ? ours : [...found])
    .filter((index) => !known.has(index))
    .map((index): TagColumn => {
      const title = row ? cellIn(row, index) : '';
      return { index, form: formIn(title), title: title || columnLetters(index) };
    });
  return {
    row: row?.row ?? -1,
    columns: withForms(titles?.columns ?? new Map(), added),
    tagColumns: [...kept, ...added].toSorted((a, b) => a.index - b.index),
  };
}

/** The columns with the first one of each form, which is what the row's other cells are held against. */
export function withForms(
  columns: ReadonlyMap<SheetColumn, number>,
  added: readonly TagColumn[],
): ReadonlyMap<SheetColumn, number> {
  const all = new Map(columns);
  for (const { form, index } of added) if (form !== 'any' && !all.has(form)) all.set(form, index);
  return all;
}

/** A row taken for titles: what is known of them. */
export function readTitles({ row, columns: places, values }: RawRow): SheetHeader {
  const columns = new Map<SheetColumn, number>();
  const tagColumns: TagColumn[] = [];
  for (const [at, value] of values.entries()) {
    const index = places[at] ?? 0;
    const title = readText(value).trim();
    if (title.length > LONGEST_TITLE || isRemark(title)) continue;
    const key = columnCalled(title) ?? tagFormIn(title);
    if (key === null) continue;
    if (key !== 'any' && !columns.has(key)) columns.set(key, index);
    if (key === 'any' || isForm(key)) tagColumns.push({ index, form: key, title });
  }
  return { row, columns, tagColumns };
}

/** Whether a cell begins as an address or as markup does. */
export function looksLikeTag(text: string): boolean {
  return /^\s*(?:https?:\/\/|<)/i.test(text);
}

/** The form of the tags in a column that is known to hold some. */
export function formOfTitle(title: string): TagForm | 'any' {
  const known = columnCalled(title);
  return known !== null && known !== 'any' && isForm(known) ? known : formIn(title);
}

/** Whether a column is one for tags. */
export function isForm(key: SheetColumn): key is TagForm {
  return TAG_FORMS.some((form) => form === key);
}
