import { columnLetters } from '../../table/cells';
import { recallColumns } from '../../table/column-memory';
import {
  cellIn,
  type ColumnTitle,
  columnTitles,
  fingerprintOf,
  likelyTitles,
} from '../../table/column-titles';
import type { RawRow } from '../../table/raw-row';
import type { SheetColumn } from '../columns';
import type { ColumnChoice } from './column-choice';
import type { ColumnMemory } from './column-memory';
import {
  findHeader,
  formOfTitle,
  isForm,
  knownColumns,
  looksLikeTag,
  readTitles,
  type SheetHeader,
  sizeOf,
  type TagColumn,
  withForms,
} from './header';

/** What a person can choose from, and what was chosen. */
export interface ColumnOffer {
  readonly titles: readonly ColumnTitle[];
  /** Under which a choice is remembered. */
  readonly fingerprint: string;
  /** `null`: the columns are as recognised. */
  readonly choice: ColumnChoice | null;
}

/** The columns of a sheet by its first rows: as a person chose them before, else as recognised. */
export function understandColumns(
  rows: readonly RawRow[],
  memory: ColumnMemory,
): { readonly header: SheetHeader | null; readonly offer: ColumnOffer } {
  const found = findHeader(rows);
  const named =
    rows.find(({ row }) => row === found?.row) ??
    likelyTitles(rows, (row) => sizeOf(readTitles(row)));
  const likely = found ?? (named && readTitles(named));
  const titles = columnTitles(rows, named, likely ? knownColumns(likely) : []);
  const fingerprint = fingerprintOf(named);
  const choice = recallColumns(memory, fingerprint);
  const offer = { titles, fingerprint, choice };
  if (!choice || !likely) return { header: found, offer };
  const header = withChoice(likely, choice, titles);
  if (found) return { header, offer };
  const isThere = titles.some(({ index }) => choice.tags.includes(index));
  return { header: isThere ? belowTitles(header, named) : null, offer };
}

/**
 * The header as a person chose its columns. A column that is not there any more is as if it had not
 * been chosen; one that is chosen for something is not what it was recognised as.
 */
export function withChoice(
  header: SheetHeader,
  choice: ColumnChoice,
  titles: readonly ColumnTitle[],
): SheetHeader {
  const tags = titles.filter(({ index }) => choice.tags.includes(index));
  const said = choice.columns.filter(
    ([, at]) => at === null || titles.some(({ index }) => index === at),
  );
  const taken = new Set(said.map(([, at]) => at));
  const left = header.tagColumns.filter(({ index }) => !taken.has(index));
  const tagColumns =
    tags.length > 0
      ? tags.map((tag) => header.tagColumns.find(({ index }) => index === tag.index) ?? asTag(tag))
      : left.length > 0
        ? left
        : header.tagColumns;
  const isTags = (index: number) => tags.some((tag) => tag.index === index);
  const columns = new Map<SheetColumn, number>(
    [...header.columns].filter(
      ([key, index]) => (isForm(key) ? tags.length === 0 : !isTags(index)) && !taken.has(index),
    ),
  );
  for (const [kind, index] of said) {
    if (index === null) columns.delete(kind);
    else columns.set(kind, index);
  }
  return { row: header.row, columns: withForms(columns, tagColumns), tagColumns };
}

function asTag({ index, title }: ColumnTitle): TagColumn {
  return { index, form: formOfTitle(title), title: title || columnLetters(index) };
}

// Where the row that was taken for titles has a tag itself, no row names the columns.
function belowTitles(header: SheetHeader, named: RawRow | null): SheetHeader {
  const hasTag = header.tagColumns.some(
    ({ index }) => named !== null && looksLikeTag(cellIn(named, index)),
  );
  return hasTag ? { ...header, row: -1 } : header;
}
