import { SheetFileError } from '@/lib/core/table/file-problem';
import { type RawRow, valueAt } from '@/lib/core/table/raw-row';
import { decodeText } from '@/lib/files/decode-text';
import { isArchive, readTableFile } from '@/lib/files/read-file';

import { CommandError } from '../../shared/command-error';
import type { Input } from '../../shared/read-input';

/** Patterns by which the titles of columns are known. */
type Titles<Name extends string> = Readonly<Record<Name, RegExp>>;

/** A row under the titles, and its number as a person counts. */
export interface TitledRow<Name extends string> {
  readonly line: number;
  readonly cells: Partial<Record<Name, string>>;
}

/**
 * The rows of a sheet under the titles that are known; `null` where the first row has none of `needed`. Of a workbook
 * the first sheet counts. Fails with `CommandError`.
 */
export function readTitled<Name extends string>(
  input: Input,
  titles: Titles<Name>,
  needed: NoInfer<Name>,
  mostRows: number,
): readonly TitledRow<Name>[] | null {
  const names = namesOf(titles);
  const columnsIn = (row: RawRow | undefined) =>
    new Map(
      names.flatMap((name): [Name, number][] => {
        const at = row?.values.findIndex((value) => titles[name].test(String(value).trim())) ?? -1;
        const column = row?.columns[at];
        return column === undefined ? [] : [[name, column]];
      }),
    );
  const rows = rowsOf(input, mostRows + 1, (first) => columnsIn(first).size);
  const columns = columnsIn(rows[0]);
  if (!columns.has(needed)) return null;
  if (rows.length > mostRows + 1) throw new CommandError('list-too-long', input.name);
  return rows.slice(1).map((row) => ({
    line: row.row + 1,
    cells: cellsOf(row, columns),
  }));
}

/** The file as text. Fails with `CommandError` where it is none. */
export function textOf(input: Input): string {
  try {
    if (!isArchive(input.bytes)) return decodeText(input.bytes);
  } catch (error) {
    if (!(error instanceof SheetFileError)) throw error;
  }
  throw new CommandError('list-unreadable', input.name);
}

function namesOf<Name extends string>(titles: Titles<Name>): readonly Name[] {
  const names: Name[] = [];
  for (const name in titles) names.push(name);
  return names;
}

function cellsOf<Name extends string>(row: RawRow, columns: ReadonlyMap<Name, number>) {
  const cells: Partial<Record<Name, string>> = {};
  for (const [name, column] of columns) {
    const value = valueAt(row, column);
    if (typeof value === 'string' || typeof value === 'number') cells[name] = String(value).trim();
  }
  return cells;
}

function rowsOf(
  { bytes, name }: Input,
  most: number,
  score: (first: RawRow | undefined) => number,
): readonly RawRow[] {
  const rows: RawRow[] = [];
  let sheets = 0;
  const take = (row: RawRow) => rows.push(row) <= most;
  const open = () => {
    sheets += 1;
    return sheets === 1 ? take : () => false;
  };
  try {
    readTableFile(bytes.buffer, { score: { rows: 1, of: ([first]) => score(first) }, open });
  } catch (error) {
    if (error instanceof SheetFileError) throw new CommandError('list-unreadable', name);
    throw error;
  }
  return rows;
}
